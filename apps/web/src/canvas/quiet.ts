import { type ComponentId, componentName, quietEdges } from '@karma/core';
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
  /** Arrows to muted hubs, as `<from>~<to>`, and where they lead. */
  readonly muted: ReadonlyMap<string, ComponentId>;
  /** Arrows that are left out because the others imply them. */
  readonly implied: ReadonlySet<string>;
  /** Both. */
  readonly hidden: ReadonlySet<string>;
  /** By consumer the muted hubs that it uses: its badge. */
  readonly badges: ReadonlyMap<string, readonly ComponentId[]>;
}

export const NOTHING_QUIET: Quiet = {
  hubs: new Map(),
  mutedHubs: new Set(),
  muted: new Map(),
  implied: new Set(),
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
  const nameOf = (edge: (typeof edges)[number]) => dependencySelection(edge.from, edge.to);
  const names = new Map([...muted].map((edge) => [nameOf(edge), edge.to]));
  const impliedNames = new Set([...redundant].map(nameOf));
  return {
    hubs,
    mutedHubs: new Set(names.values()),
    muted: names,
    implied: impliedNames,
    hidden: new Set([...names.keys(), ...impliedNames]),
    badges,
  };
}

/** Mutes a hub, or lets its arrows be drawn. */
export function toggleHub({ hubs, mutedHubs }: Quiet, hub: ComponentId): ViewPatch {
  const loud = [...hubs.keys()].filter((id) => mutedHubs.has(id) === (id === hub));
  return { hubs: loud.length > 0 ? loud : undefined };
}

/** Lets the arrows of some more hubs be drawn. */
export const drawHubs = ({ hubs, mutedHubs }: Quiet, more: readonly ComponentId[]): ViewPatch => ({
  hubs: [...hubs.keys()].filter((id) => !mutedHubs.has(id) || more.includes(id)),
});

/** Of a card, in words: `muted: uses vpc main`, or of a hub `muted: used by 4`; empty when all of its arrows are drawn. */
export function mutedWords({ badges, hubs, mutedHubs }: Quiet, id: ComponentId): string {
  const used = (badges.get(id) ?? []).map((hub) => {
    const { type, nickname } = componentName(hub);
    return `${type} ${nickname}`;
  });
  return [
    ...(used.length > 0 ? [`muted: uses ${used.join(' and ')}`] : []),
    ...(mutedHubs.has(id) ? [`muted: used by ${hubs.get(id) ?? 0}`] : []),
  ].join(', ');
}

/** Mutes every hub, or lets the arrows of all be drawn. */
export const toggleHubs = ({ hubs }: Pick<ViewParams, 'hubs'>): ViewPatch => ({
  hubs: hubs ? undefined : [ALL],
});

export const toggleImplied = ({ implied }: Pick<ViewParams, 'implied'>): ViewPatch => ({
  implied: implied ? undefined : 'hidden',
});

/**
 * What is not drawn, in words: `62 arrows to 3 hubs muted, 14 implied arrows hidden`; empty when all is.
 * @param isTraced of arrows that are drawn all the same.
 */
export function quietWords({ muted, implied }: Quiet, isTraced: (arrow: string) => boolean): string {
  const toHubs = [...muted].filter(([arrow]) => !isTraced(arrow));
  const hubs = new Set(toHubs.map(([, hub]) => hub));
  const others = [...implied].filter((arrow) => !isTraced(arrow));
  return [
    ...(toHubs.length > 0 ? [`${plural(toHubs.length, 'arrow')} to ${plural(hubs.size, 'hub')} muted`] : []),
    ...(others.length > 0 ? [`${plural(others.length, 'implied arrow')} hidden`] : []),
  ].join(', ');
}
