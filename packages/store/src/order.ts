import type { ComponentId, Dependency } from '@karma/core';

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}

export function byEnds(a: Dependency, b: Dependency): number {
  return compareText(a.from, b.from) || compareText(a.to, b.to);
}

/** Environment of a component: the first part of its id. */
export function environmentOf(id: ComponentId): string {
  return id.slice(0, id.indexOf('/'));
}
