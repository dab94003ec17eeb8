import { CERTAINTIES, type Certainty, type Link } from './topology';

/**
 * How sure it is that a change of the provider (or of its output) reaches the consumer; `null` when it provably does
 * not. See `CERTAINTIES`.
 */
export function stepCertainty(link: Link, output?: string): Certainty | null {
  if (output !== undefined && link.consumes !== 'all' && !link.consumes.includes(output)) return null;
  if (link.ambiguous) return 'possible';
  return link.inferred || (output !== undefined && link.consumes === 'all') ? 'likely' : 'certain';
}

/** The same as an index into `CERTAINTIES`, beyond its end when it provably does not reach. */
export function certaintyRank(link: Link, output?: string): number {
  const certainty = stepCertainty(link, output);
  return certainty === null ? CERTAINTIES.length : CERTAINTIES.indexOf(certainty);
}
