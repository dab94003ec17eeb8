import type { ComponentId, PlacementId } from './ids';

/** Every kind of finding; drift kinds are the second group (design, section 7). */
export const FINDING_KINDS = [
  'invalid-json',
  'invalid-config',
  'unsafe-path',
  'too-large',
  'module-unreadable',
  'conventions-invalid',
  'missing-parent',
  'inheritance-cycle',
  'ambiguous-alias',
  'ambiguous-value',
  'dependency-cycle',
  'unpublished',
  'undeployed',
  'out-of-band',
  'stale-consumer',
  'dangling-reference',
  'unpublished-output',
  'orphaned',
  'failed-assertion',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The same thing as it stands in two places, for a look side by side. */
export interface Comparison {
  readonly label: string;
  readonly expected: string | null;
  readonly actual: string | null;
}

/** Something wrong or risky: what, why, and a way out. */
export interface Finding {
  /** Stable: `<kind>|<subject>|<locus>`. */
  readonly id: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** `null` for findings on a module or the conventions file. */
  readonly component: ComponentId | null;
  readonly environment: string;
  /** The component type, for findings on a module. */
  readonly type: string | null;
  readonly placement: PlacementId | null;
  /** File and, where known, line or pointer. */
  readonly at: string | null;
  readonly reason: string;
  readonly remedy: string;
  /** ISO 8601, or `null` where it cannot be told. */
  readonly since: string | null;
  readonly comparisons: readonly Comparison[];
}
