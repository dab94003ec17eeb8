import { isEqual } from '../collections/equal';
import type { Component } from '../component';
import type { ComponentId } from '../ids';
import { buildNode, type OwnFacts, readOwnFacts } from './build-node';
import { localName } from './context';
import { markConsumers } from './dirty';
import { removeNode } from './resolve-node';
import type { Run } from './run';
import type { Node } from './state';

function namesOf(node: Node | null | undefined): string[] {
  return [...(node?.facts.references ?? []), ...(node?.textReferences ?? [])].flatMap(({ types, nickname }) =>
    types.map((type) => localName({ type, nickname })),
  );
}

function isSeenAlike(before: Component | undefined, after: Component | undefined): boolean {
  if (before === after) return true;
  if (!before || !after || !before.declaration !== !after.declaration) return false;
  const seen = ({ placements }: Component) =>
    placements.map(({ placement, runtime, outputs }) => ({ placement, runtime, outputs }));
  return isEqual(seen(before), seen(after));
}

/** Makes one component anew, keeps the indexes, and marks whom it matters to. */
export function updateNode(
  { context, state, dirty, touched }: Run,
  id: ComponentId,
  read: OwnFacts | undefined,
): void {
  const before = state.nodes.get(id);
  const after = buildNode(context, id, read ?? readOwnFacts(context, id, before), before);
  touched.components.add(id);
  dirty.resolve.add(id);
  if (!before && !after) return;
  if (after) state.nodes.set(id, after);
  else state.nodes.delete(id);
  state.heirs.move(id, before?.own.parents ?? [], after?.own.parents ?? []);
  state.names.move(id, namesOf(before), namesOf(after));
  const pathsOf = (node: Node | null | undefined) => node?.facts.parameters.map(({ path }) => path) ?? [];
  state.parameters.move(id, pathsOf(before), pathsOf(after));
  const valuesOf = (node: Node | null | undefined) => node?.facts.candidates.map(({ value }) => value) ?? [];
  state.candidates.move(id, valuesOf(before), valuesOf(after));
  const claimedBy = (node: Node | null | undefined) => node?.claims.map(({ value }) => value) ?? [];
  const claimed = state.claims.move(id, claimedBy(before), claimedBy(after));
  if (!isEqual(before?.claims, after?.claims)) for (const value of claimedBy(after)) claimed.add(value);
  for (const value of claimed)
    for (const consumer of state.candidates.get(value)) dirty.resolve.add(consumer);
  if (!isSeenAlike(before?.own, after?.own)) markConsumers(state, id, dirty.resolve);
  if (!after && before) removeNode({ state, touched }, id, before);
}
