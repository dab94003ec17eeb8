import type { ComponentId } from '../ids';
import { nearest } from './nearest';
import { ordinalOf, reach } from './reach';
import type { Impact } from './results';
import { CERTAINTIES, type Certainty, type Link, type TopologyView } from './topology';
import { waveNumbers } from './waves';

export interface ImpactQuery {
  readonly id: ComponentId;
  /** Narrows the first step to consumers of this output; any change when absent. */
  readonly output?: string;
  readonly depth: number;
  /** How many items to return; `total`, `rings`, `byCertainty` and `waves` hold all. */
  readonly limit: number;
  readonly waves: boolean;
}

/**
 * How sure it is that a change of the provider (or of its output) reaches the consumer; `null` when it provably does
 * not. See `CERTAINTIES`.
 */
export function stepCertainty(link: Link, output?: string): Certainty | null {
  if (output !== undefined && link.consumes !== 'all' && !link.consumes.includes(output)) return null;
  if (link.ambiguous) return 'possible';
  return link.inferred || (output !== undefined && link.consumes === 'all') ? 'likely' : 'certain';
}

/**
 * The blast radius of a change of one component. Certainty and `via` count paths of at most `depth` steps.
 * @throws UnknownComponentError
 */
export function impact(view: TopologyView, { id, output, depth, limit, waves }: ImpactQuery): Impact {
  const start = ordinalOf(view, id);
  const rankOf = (provider: number, consumer: number) => {
    const certainty = stepCertainty(view.link(consumer, provider), provider === start ? output : undefined);
    return certainty === null ? Number.POSITIVE_INFINITY : CERTAINTIES.indexOf(certainty);
  };
  const walk = (admits: (rank: number) => boolean) =>
    reach(view, {
      starts: [start],
      next: (at) => view.downstream(at),
      depth,
      admits: (provider, consumer) => admits(rankOf(provider, consumer)),
    });

  let weakest = 0;
  const all = walk((rank) => {
    if (rank < CERTAINTIES.length) weakest = Math.max(weakest, rank);
    return rank < CERTAINTIES.length;
  });
  // The walk at `rank` takes steps of that certainty or better; where no step is weaker, that is the walk over all.
  const walks = CERTAINTIES.map((_, rank) => (rank < weakest ? walk((step) => step <= rank) : all));
  const reached = (rank: number) => walks[rank]?.order.length ?? 0;

  const wave = waves ? waveNumbers(view, all.order) : null;
  const distanceOf = (ordinal: number) => all.distance[ordinal] ?? 0;
  return {
    start: id,
    output: output ?? null,
    total: all.order.length,
    rings: countBy(all.order, (ordinal) => distanceOf(ordinal) - 1),
    byCertainty: {
      certain: reached(0),
      likely: reached(1) - reached(0),
      possible: reached(2) - reached(1),
    },
    items: nearest(view, all.order, distanceOf, limit).map((ordinal) => {
      const rank = walks.findIndex(({ distance }) => distance[ordinal] !== -1);
      return {
        id: view.id(ordinal),
        distance: distanceOf(ordinal),
        certainty: CERTAINTIES[rank] ?? 'possible',
        via: view.id(walks[rank]?.via[ordinal] ?? start),
        wave: wave?.[ordinal] ?? null,
      };
    }),
    waves: wave && groupBy(view, all.order, wave),
    notAffected: view
      .downstream(start)
      .filter(
        (consumer) => all.distance[consumer] === -1 && rankOf(start, consumer) === Number.POSITIVE_INFINITY,
      )
      .map((consumer) => view.id(consumer))
      .sort(),
  };
}

function countBy(ordinals: readonly number[], indexOf: (ordinal: number) => number): number[] {
  const counts: number[] = [];
  for (const ordinal of ordinals) {
    const index = indexOf(ordinal);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** Ids by wave, each wave sorted. */
function groupBy(view: TopologyView, ordinals: readonly number[], wave: Int32Array): ComponentId[][] {
  const groups: ComponentId[][] = [];
  for (const ordinal of ordinals) {
    const number = wave[ordinal] ?? 0;
    const group = groups[number];
    if (group) group.push(view.id(ordinal));
    else groups[number] = [view.id(ordinal)];
  }
  return groups.map((group) => group.sort());
}
