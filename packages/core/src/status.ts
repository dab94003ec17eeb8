import type { Status } from './component';

/** What is known of a component in one placement: three facts, each may be missing. */
export interface Evidenced {
  readonly declared: boolean;
  readonly published: boolean;
  /** Some runtime parameter is there, or other evidence of a deployment. */
  readonly applied: boolean;
}

/**
 * The table of design, section 7.
 *
 * | declared | config parameter | outputs or other evidence | status |
 * |---|---|---|---|
 * | yes | yes | yes | `deployed` |
 * | yes | yes | no | `published` |
 * | any | no | yes | `runtime-only` |
 * | yes | no | no | `declared` |
 * | no | yes | any | `orphaned` |
 * | no | no | no | `missing` |
 *
 * What lives below `/external` is `external`.
 */
export function statusOf({ declared, published, applied }: Evidenced): Status {
  if (published) return declared ? (applied ? 'deployed' : 'published') : 'orphaned';
  if (applied) return 'runtime-only';
  return declared ? 'declared' : 'missing';
}

/** Worst first: what needs a look before what is as it should be. */
export const WORST_FIRST: readonly Status[] = [
  'missing',
  'orphaned',
  'declared',
  'published',
  'runtime-only',
  'deployed',
  'external',
];

/** @param statuses at least one, else `fallback` is the answer. */
export function worstStatus(statuses: readonly Status[], fallback: Status): Status {
  return WORST_FIRST.find((status) => statuses.includes(status)) ?? fallback;
}
