import { ChangedOutputs, everyOutput, LIKELY } from './changed-outputs';
import { CERTAINTIES, type Certainty, type Link } from './topology';

const EVERYTHING = everyOutput('certain');
const POSSIBLE = CERTAINTIES.indexOf('possible');

/**
 * How sure it is that a change of a provider's outputs reaches a consumer, as an index into `CERTAINTIES`; `null` when
 * it provably does not. The one place where CONTEXT.md's table of certainties is computed.
 */
export function stepRank(
  { inferred, ambiguous, consumes }: Pick<Link, 'inferred' | 'ambiguous' | 'consumes'>,
  changed: ChangedOutputs,
): number | null {
  const rank = changed.reach(consumes);
  return rank === null ? null : Math.max(rank, ambiguous ? POSSIBLE : inferred ? LIKELY : 0);
}

/**
 * How sure it is that a change of the provider (or of one output of it) reaches the consumer; `null` when it provably
 * does not.
 */
export function stepCertainty(link: Link, output?: string): Certainty | null {
  return CERTAINTIES[certaintyRank(link, output)] ?? null;
}

/** The same as an index into `CERTAINTIES`, beyond its end when it provably does not reach. */
export function certaintyRank(link: Omit<Link, 'from' | 'to'>, output?: string): number {
  const changed = output === undefined ? EVERYTHING : new ChangedOutputs(new Map([[output, 0]]), null);
  return stepRank(link, changed) ?? CERTAINTIES.length;
}
