import { randomUUID } from 'node:crypto';
import type { Connection } from './connection';
import { type HeadVertex, headProperties } from './head-vertex';
import { __, type ElementMap, g, P, single, type Traversal } from './language';
import type { Names } from './names';

/** One step of a write: all of it is carried out, or nothing. */
export interface Step {
  /** What the head must say. */
  readonly expected: Partial<HeadVertex>;
  /** What else must hold. */
  readonly requirements?: readonly Traversal[];
  readonly effects?: readonly Traversal[];
  /** What the head says afterwards. */
  readonly head?: Partial<HeadVertex>;
}

/**
 * Carries a step out in one request, which is one transaction, and says whether it was. One round trip, two when it
 * was not, or when its answer was lost: asked again, the step finds the head changed, perhaps by itself. The mark that
 * every step leaves on the head tells. To write the head is also what keeps two writers apart.
 */
export async function guarded(connection: Connection, names: Names, step: Step): Promise<boolean> {
  const { expected, requirements = [], effects = [], head = {} } = step;
  const beat = randomUUID();
  let traversal = g.V(names.head);
  for (const [key, value] of Object.entries(headProperties(expected))) traversal = traversal.has(key, value);
  for (const requirement of requirements) traversal = traversal.where(requirement);
  for (const effect of effects) traversal = traversal.sideEffect(effect);
  for (const [key, value] of Object.entries({ ...headProperties(head), beat }))
    traversal = traversal.property(single, key, value);
  const [count] = await connection.submit(traversal.count());
  if (count === 1) return true;
  const [last] = await connection.submit(g.V(names.head).values('beat'));
  return last === beat;
}

/** Makes elements of which the maps say all; those that are there already stay as they are. */
export function mergeVertices(maps: readonly ElementMap[]): Traversal[] {
  return maps.length === 0 ? [] : [__.constant(maps).unfold().mergeV()];
}

export function mergeEdges(maps: readonly ElementMap[]): Traversal[] {
  return maps.length === 0 ? [] : [__.constant(maps).unfold().mergeE()];
}

/** Holds while a lease is held at all. */
export const IS_HELD = __.has('holder', P.neq(''));
