const PRODUCTION = /^(?:prod|production|prd|live)(?:[-_.]|$)/i;

/** Whether an environment is one that users depend on, by its name: `prod`, `production-eu`, `live`. */
export function isProduction(environment: string): boolean {
  return PRODUCTION.test(environment);
}
