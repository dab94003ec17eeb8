import type { ComponentId } from '../ids';
import type { Certainty } from './topology';

export type Direction = 'upstream' | 'downstream' | 'both';

export interface LineageItem {
  readonly id: ComponentId;
  /** Number of steps from the start; negative upstream, positive downstream. */
  readonly distance: number;
}

export interface Lineage {
  readonly start: ComponentId;
  /** How many components it holds in all, the start not counted; `items` may be the first of them only. */
  readonly total: number;
  /** Nearest first, then by id. */
  readonly items: readonly LineageItem[];
}

export interface ImpactItem {
  readonly id: ComponentId;
  readonly distance: number;
  readonly certainty: Certainty;
  /** The component before it on the shortest of the most certain paths. */
  readonly via: ComponentId;
  /** Index into `waves`, from 0; `null` when waves were not asked for. */
  readonly wave: number | null;
}

/** Blast radius of a change of one component, or of one of its outputs. */
export interface Impact {
  readonly start: ComponentId;
  readonly output: string | null;
  readonly total: number;
  /** Count by distance, index 0 is distance 1. */
  readonly rings: readonly number[];
  readonly byCertainty: Readonly<Record<Certainty, number>>;
  /** Nearest first, then by id. May be the first of them only. */
  readonly items: readonly ImpactItem[];
  /** Components that can be rolled out together, in dependency order; a cycle is one wave. `null` if not asked for. */
  readonly waves: readonly (readonly ComponentId[])[] | null;
  /** With `output`: direct consumers that provably read other outputs only. */
  readonly notAffected: readonly ComponentId[];
}

/** Consumer → provider steps, or `null` when there is no path. Direction `upstream` follows dependencies. */
export interface Path {
  readonly ids: readonly ComponentId[];
  /** `upstream`: the first depends on the last; `downstream`: the last depends on the first. */
  readonly direction: 'upstream' | 'downstream';
}
