import type { ComponentType, Rule } from '@karma/core';

/** One labelled world of a few components, and every edge that a person would draw in it. */
export interface InferenceCase {
  /** The rule that it tries: one that must find something, or that must not be fooled. */
  readonly rule: Rule;
  readonly name: string;
  /** `<type>/<nickname>` in `prod`, or with another environment before it → config. */
  readonly configs: Readonly<Record<string, object>>;
  /** Parameter name → value, in the one account of `prod`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** The same in the one account of `dev`. */
  readonly devParameters?: Readonly<Record<string, unknown>>;
  readonly types?: Readonly<Record<string, Partial<ComponentType>>>;
  readonly conventions?: object;
  readonly prefix?: string;
  /** `<consumer> > <provider>`, each as in `configs`, then the rule where it is another. */
  readonly expected: readonly string[];
}

/** A case that expects no edge. */
export function trap(
  rule: Rule,
  name: string,
  rest: Omit<InferenceCase, 'rule' | 'name' | 'expected'>,
): InferenceCase {
  return { rule, name: `trap: ${name}`, ...rest, expected: [] };
}
