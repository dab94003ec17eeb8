import type { Consumes } from '../dependency';
import type { ChangeSet } from '../graph';
import type { ComponentId } from '../ids';

/**
 * How sure we are that a change on the provider's side reaches the consumer. Defined here and nowhere else:
 * `certain`: a declared reference; `likely`: an inferred one, or, when asked about one output, a declared reference
 * of which it cannot be known what it consumes; `possible`: one of several producers (ambiguous).
 * A path is as certain as its weakest step.
 */
export const CERTAINTIES = ['certain', 'likely', 'possible'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** An edge as traversals see it. */
export interface Link {
  readonly from: ComponentId;
  readonly to: ComponentId;
  readonly inferred: boolean;
  readonly ambiguous: boolean;
  readonly consumes: Consumes;
}

/** What a traversal needs of a graph. Ordinals are dense, from 0, stable while the component exists. */
export interface TopologyView {
  /** Upper bound of ordinals, for typed arrays. */
  readonly capacity: number;
  ordinal(id: ComponentId): number | undefined;
  id(ordinal: number): ComponentId;
  /** Ordinals of providers. */
  upstream(ordinal: number): readonly number[];
  /** Ordinals of consumers, those that a change reaches most certainly first. */
  downstream(ordinal: number): readonly number[];
  /** How many of `downstream` are reached with this certainty (an index into `CERTAINTIES`) or a better one. */
  downstreamWithin(ordinal: number, certainty: number): number;
  link(from: number, to: number): Link;
}

/** Compact adjacency of one graph, kept current by change sets. */
export interface Topology extends TopologyView {
  ids(): Iterable<ComponentId>;
  apply(changes: ChangeSet): void;
}
