import type { Certainty, Dimension, FindingKind, Rule, Severity, Status } from '@karma/core';

/** Design, section 7, in plain words. */
export const STATUS_MEANINGS: Readonly<Record<Status, string>> = {
  declared: 'In Git, but not in the Parameter Store of any account yet.',
  published: 'Its config is in Parameter Store; nothing shows yet that it was applied.',
  deployed: 'Published, and its outputs show that it was applied.',
  'runtime-only': 'Has outputs but no config parameter: normal for code artefacts.',
  orphaned: 'Its config is still in Parameter Store, but it is gone from Git.',
  missing: 'Something refers to it, but it was found nowhere.',
  external: 'A system that this infrastructure refers to, but did not create.',
};

/** The definitions of `Certainty` in core, for people. */
export const CERTAINTY_WORDS: Readonly<
  Record<Certainty, { readonly label: string; readonly meaning: string }>
> = {
  certain: { label: 'Certain', meaning: 'Reached by references that configs or modules declare.' },
  likely: {
    label: 'Likely',
    meaning: 'Some step is inferred from a value, or it cannot be known which outputs it reads.',
  },
  possible: { label: 'Possible', meaning: 'Some step could lead to any of several providers.' },
};

/** What a grouping is by: `Connected cluster`, `Tag CostCenter`. */
export function dimensionWords(dimension: Dimension): string {
  if (dimension === 'cluster') return 'Connected cluster';
  const name = dimension.replace('.', ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export const SEVERITY_WORDS: Readonly<Record<Severity, { readonly one: string; readonly many: string }>> = {
  error: { one: 'error', many: 'errors' },
  warning: { one: 'warning', many: 'warnings' },
  info: { one: 'note', many: 'notes' },
};

export const FINDING_WORDS: Readonly<Record<FindingKind, string>> = {
  'invalid-json': 'Invalid JSON',
  'invalid-config': 'Invalid config',
  'unsafe-path': 'Unsafe path',
  'too-large': 'File too large',
  'module-unreadable': 'Module not readable',
  'conventions-invalid': 'Invalid conventions',
  'missing-parent': 'Missing parent',
  'inheritance-cycle': 'Inheritance cycle',
  'ambiguous-alias': 'Ambiguous alias',
  'ambiguous-value': 'Ambiguous value',
  'dependency-cycle': 'Dependency cycle',
  unpublished: 'Not published',
  undeployed: 'Not deployed',
  'out-of-band': 'Changed out of band',
  'stale-consumer': 'Stale consumer',
  'dangling-reference': 'Dangling reference',
  'unpublished-output': 'Output not published',
  orphaned: 'Orphaned',
  'failed-assertion': 'Failed assertion',
};

/** How a reference was found (design, section 6). */
export const RULE_WORDS: Readonly<Record<Rule, string>> = {
  nickname: 'By nickname',
  path: 'By parameter path',
  module: 'By the module',
  convention: 'By convention',
  value: 'By value',
  override: 'Set by the team',
  extends: 'Inheritance',
};
