import type { Box, Engine } from './types';

/** A quick engine for every graph, and a fine one for those that are small enough to wait for. */
export interface Engines {
  readonly quick: Engine;
  readonly fine: Engine;
}

/** Up to here ELK answers in about a second. */
const FINE_UP_TO = 300;

/** Whether the fine engine is worth waiting for. It knows no groups. */
export function isFine(boxes: readonly Box[]): boolean {
  return boxes.length <= FINE_UP_TO && boxes.every(({ group = [] }) => group.length === 0);
}
