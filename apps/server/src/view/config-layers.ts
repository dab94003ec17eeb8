import type { Component, ConfigLayer } from '@karma/core';

/** Declarations, nearest first: its own, then its parents'. @param contents by hash. */
export function configLayers(
  component: Component,
  parents: readonly Component[],
  contents: ReadonlyMap<string, string>,
): ConfigLayer[] {
  const byId = new Map(parents.map((parent) => [parent.id, parent]));
  const chain = [component, ...component.parents.flatMap((parent) => byId.get(parent) ?? [])];
  return chain.flatMap(({ id, declaration }) =>
    declaration ? { component: id, file: declaration.path, text: contents.get(declaration.hash) ?? '' } : [],
  );
}
