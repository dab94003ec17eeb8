import type { ComponentId } from '../ids';
import { nearest } from './nearest';
import { before, ordinalOf, reach } from './reach';
import type { Impact } from './results';
import { certaintyRank } from './step-certainty';
import { CERTAINTIES, type TopologyView } from './topology';
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
 * The blast radius of a change of one component. Certainty and `via` count paths of at most `depth` steps.
 * @throws UnknownComponentError
 */
export function impact(view: TopologyView, { id, output, depth, limit, waves }: ImpactQuery): Impact {
  const start = ordinalOf(view, id);
  const first = firstStep(view, start, output);
  const within = (ordinal: number, certainty: number) =>
    ordinal === start ? (first.within[certainty] ?? 0) : view.downstreamWithin(ordinal, certainty);
  const weakest = CERTAINTIES.length - 1;
  const walk = (certainty: number) =>
    reach(view, {
      starts: [start],
      next: (ordinal) => (ordinal === start ? first.consumers : view.downstream(ordinal)),
      count: (ordinal) => within(ordinal, certainty),
      depth,
    });
  const all = walk(weakest);
  // The walk of a certainty takes steps of that certainty or better: the walk over all where no step is weaker.
  const walks = CERTAINTIES.map((_, certainty) => {
    const hasWeaker = (ordinal: number) => within(ordinal, certainty) < within(ordinal, weakest);
    return hasWeaker(start) || all.order.some(hasWeaker) ? walk(certainty) : all;
  });
  const reached = (rank: number) => walks[rank]?.order.length ?? 0;

  const viaOf = (ordinal: number, rank: number) => {
    const providers = view.upstream(ordinal).filter((provider) => {
      const link = view.link(ordinal, provider);
      return certaintyRank(link, provider === start ? output : undefined) <= rank;
    });
    const walk = walks[rank];
    return walk && before(view, walk, ordinal, providers);
  };

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
        via: view.id(viaOf(ordinal, rank) ?? start),
        wave: wave?.[ordinal] ?? null,
      };
    }),
    waves: wave && groupBy(view, all.order, wave),
    notAffected: first.unaffected
      .filter((consumer) => all.distance[consumer] === -1)
      .map((consumer) => view.id(consumer))
      .sort(),
  };
}

interface FirstStep {
  /** The most certain first. */
  readonly consumers: readonly number[];
  /** By certainty, how many of them are of that certainty or better. */
  readonly within: readonly number[];
  /** Consumers that provably read other outputs only. */
  readonly unaffected: readonly number[];
}

function firstStep(view: TopologyView, start: number, output: string | undefined): FirstStep {
  const all = view.downstream(start);
  if (output === undefined) {
    const within = CERTAINTIES.map((_, certainty) => view.downstreamWithin(start, certainty));
    return { consumers: all, within, unaffected: [] };
  }
  const groups: number[][] = [[], [], [], []];
  for (const consumer of all) groups[certaintyRank(view.link(consumer, start), output)]?.push(consumer);
  const [certain = [], likely = [], possible = [], unaffected = []] = groups;
  const within = [certain.length, certain.length + likely.length, all.length - unaffected.length];
  return { consumers: [...certain, ...likely, ...possible], within, unaffected };
}

function countBy(ordinals: Int32Array, indexOf: (ordinal: number) => number): number[] {
  const counts: number[] = [];
  for (const ordinal of ordinals) {
    const index = indexOf(ordinal);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** Ids by wave, each wave sorted. */
function groupBy(view: TopologyView, ordinals: Int32Array, wave: Int32Array): ComponentId[][] {
  const groups: ComponentId[][] = [];
  for (const ordinal of ordinals) {
    const number = wave[ordinal] ?? 0;
    const group = groups[number];
    if (group) group.push(view.id(ordinal));
    else groups[number] = [view.id(ordinal)];
  }
  return groups.map((group) => group.sort());
}
