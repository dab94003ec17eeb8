import { z } from 'zod';
import { ConfigError } from '../config/config-error';

/** The environment variable that holds the secret of each webhook. */
export const SECRET_VARIABLES = {
  github: 'KARMA_GITHUB_SECRET',
  gitlab: 'KARMA_GITLAB_TOKEN',
  parameters: 'KARMA_PARAMETERS_SECRET',
  deployments: 'KARMA_DEPLOYMENTS_SECRET',
} as const;

export type Hook = keyof typeof SECRET_VARIABLES;

/** A webhook without a secret is shut. */
export type HookSecrets = { readonly [K in Hook]?: string | undefined };

const secret = z.string().min(16, 'it has fewer than 16 characters').optional();
const secretsSchema = z.object({ github: secret, gitlab: secret, parameters: secret, deployments: secret });

/** @throws ConfigError when a secret is too short to be one; the secret is not told. */
export function readHookSecrets(environment: Readonly<Record<string, string | undefined>>): HookSecrets {
  const given = Object.entries(SECRET_VARIABLES).map(([hook, name]) => [
    hook,
    environment[name] || undefined,
  ]);
  const parsed = secretsSchema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => ({
    pointer: `/${path.join('/')}`,
    line: null,
    message: `this secret cannot be used: ${message}. Make one with: openssl rand -hex 32.`,
  }));
  throw new ConfigError('the secrets of webhooks (KARMA_…_SECRET, KARMA_GITLAB_TOKEN)', problems);
}
