import { FINDING_KINDS, SEVERITIES, STATUSES } from '@karma/core';

export interface FieldRule {
  readonly words: string;
  readonly example: string;
  /** `tag.Owner`: a key must follow a dot. */
  readonly hasKey?: boolean;
  /** May also be compared with `>`, `>=`, `<`, `<=`. */
  readonly isOrdered?: boolean;
  /** Every value that there is. */
  readonly values?: readonly string[];
}

const FIELD_RULES = {
  env: { words: 'its environment', example: 'env:prod' },
  type: { words: 'its component type', example: 'type:lambda' },
  name: { words: 'its nickname', example: 'name:api*' },
  owner: { words: 'who owns it', example: 'owner:payments' },
  status: { words: 'its status', example: 'status:orphaned', values: STATUSES },
  placement: {
    words: 'where it is placed: name, or account/region',
    example: 'placement:acme-prod*',
  },
  tag: { words: 'a tag of it', example: 'tag.Owner:payments', hasKey: true },
  config: {
    words: 'a value of its effective config',
    example: 'config.timeout>10',
    hasKey: true,
    isOrdered: true,
  },
  output: { words: 'an output of it', example: 'output.vpc_id:vpc-*', hasKey: true, isOrdered: true },
  finding: {
    words: 'the kind of a finding on it',
    example: 'finding:stale-consumer',
    values: FINDING_KINDS,
  },
  severity: {
    words: 'the severity of a finding on it',
    example: 'severity:error',
    values: SEVERITIES,
  },
  changed: { words: 'how long ago, or when, it last changed', example: 'changed:<7d', isOrdered: true },
  is: { words: 'what it is', example: 'is:missing', values: ['missing', 'external', 'abstract'] },
  has: { words: 'what it has', example: 'has:findings', values: ['findings', 'owner'] },
} as const satisfies Record<string, FieldRule>;

export type FieldName = keyof typeof FIELD_RULES;

/** The fields of the language, by name. */
export const FIELDS: Readonly<Record<FieldName, FieldRule>> = FIELD_RULES;

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(FIELD_RULES, name);
}
