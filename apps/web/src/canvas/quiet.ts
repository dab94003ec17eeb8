import { type ComponentId, quietEdges } from '@karma/core';
import type { GraphSlice } from '../api/types';
import type { ViewParams } from '../app/search-params';
import { dependencySelection, type ViewPatch } from '../app/view';
import { plural } from '../ui/format';

/** Stands for every hub in `hubs` of the URL. */
const ALL = 'all';

/** What the canvas draws only while it is traced, and what stands for it meanwhile. */
export interface Quiet {
  /** Every ambient hub, muted or not, and how many depend on it; most used first. */
  readonly hubs: ReadonlyMap<ComponentId, number>;
  readonly mutedHubs: ReadonlySet<ComponentId>;
  /** How many arrows to muted hubs there are. */
  readonly muted: number;
  /** How many arrows are left out because the others imply them. */
  readonly implied: number;
  /** All that is not drawn, as `<from>~<to>`. */
  readonly hidden: ReadonlySet<string>;
  /** By consumer the muted hubs that it uses: its badge. */
  readonly badges: ReadonlyMap<string, readonly ComponentId[]>;
}

export const NOTHING_QUIET: Quiet = {
  hubs: new Map(),
  mutedHubs: new Set(),
  muted: 0,
  implied: 0,
  hidden: new Set(),
  badges: new Map(),
};

type Asked = { readonly [K in 'hubs' | 'implied' | 'focus' | 'to']: ViewParams[K] | undefined };

/** The noise of a slice, left out as the view asks for. What the view is about is never muted. */
export function quietOf(
  { components, edges }: Pick<GraphSlice, 'components' | 'edges'>,
  { hubs: asked = [], implied, focus, to }: Asked,
): Quiet {
  const named = new Set<string>([...asked, focus ?? '', to ?? '']);
  const ids = components.filter(({ id }) => named.has(id)).map(({ id }) => id);
  const loud = named.has(ALL) ? ALL : new Set(ids);
  const { hubs, muted, redundant } = quietEdges({
    size: components.length,
    edges,
    loud,
    reduced: implied === 'hidden',
  });
  const badges = new Map<string, ComponentId[]>();
  for (const { from, to: hub } of muted) badges.set(from, [...(badges.get(from) ?? []), hub]);
  return {
    hubs,
    mutedHubs: new Set([...muted].map((edge) => edge.to)),
    muted: muted.size,
    implied: redundant.size,
    hidden: new Set([...muted, ...redundant].map(({ from, to: end }) => dependencySelection(from, end))),
    badges,
  };
}

/** Mutes a hub, or lets its arrows be drawn. */
export function toggleHub({ hubs, mutedHubs }: Quiet, hub: ComponentId): ViewPatch {
  const loud = [...hubs.keys()].filter((id) => mutedHubs.has(id) === (id === hub));
  return { hubs: loud.length > 0 ? loud : undefined };
}

/** Mutes every hub, or lets the arrows of all be drawn. */
export const toggleHubs = ({ hubs }: Pick<ViewParams, 'hubs'>): ViewPatch => ({
  hubs: hubs ? undefined : [ALL],
});

export const toggleImplied = ({ implied }: Pick<ViewParams, 'implied'>): ViewPatch => ({
  implied: implied ? undefined : 'hidden',
});

/** What is not drawn, in words: `62 arrows to 3 hubs muted, 14 implied hidden`; empty when all is. */
export function quietWords({ muted, implied, mutedHubs }: Quiet): string {
  return [
    ...(muted > 0 ? [`${plural(muted, 'arrow')} to ${plural(mutedHubs.size, 'hub')} muted`] : []),
    ...(implied > 0 ? [`${plural(implied, 'implied arrow')} hidden`] : []),
  ].join(', ');
}
