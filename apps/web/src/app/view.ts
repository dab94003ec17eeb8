import { type ComponentId, parseComponentId } from '@karma/core';
import type { ViewParams } from './search-params';

/** What `sel` stands for. */
export type Selection =
  | { readonly kind: 'component'; readonly id: ComponentId }
  | { readonly kind: 'dependency'; readonly from: ComponentId; readonly to: ComponentId };

/** Reads `sel`; `null` when nothing, or nothing sensible, is selected. */
export function parseSelection(sel: string | undefined): Selection | null {
  const [first, second] = (sel ?? '').split('~').map(parseComponentId);
  if (!first) return null;
  if (sel?.includes('~')) return second ? { kind: 'dependency', from: first, to: second } : null;
  return { kind: 'component', id: first };
}

/** The `sel` of a dependency. */
export const dependencySelection = (from: ComponentId, to: ComponentId) => `${from}~${to}`;

/** By what components stand together on the canvas. */
export type Grouping = NonNullable<ViewParams['group']>;

export type Mode = 'map' | 'impact' | 'path';
export type Panel = 'overview' | 'trace' | 'history' | 'none';

/** The panel shown at the left: the chosen one, else the one that the mode calls for. */
export function panelOf(view: ViewParams): Panel {
  if (view.panel) return view.panel;
  return view.focus || (view.mode ?? 'map') !== 'map' ? 'trace' : 'overview';
}

/** Leaves focus, blast radius or path, and keeps environment, filters and selection. */
export const LEAVE_MODE = {
  mode: undefined,
  focus: undefined,
  dir: undefined,
  depth: undefined,
  key: undefined,
  to: undefined,
  panel: undefined,
} satisfies ViewPatch;

/** Clears every filter, the text included. */
export const CLEAR_FILTERS = {
  types: undefined,
  status: undefined,
  tags: undefined,
  owner: undefined,
  findings: undefined,
  q: undefined,
} satisfies ViewPatch;

/** Whether any filter narrows the map. */
export const isFiltered = (view: ViewParams) =>
  [view.types, view.status, view.tags, view.owner, view.findings, view.q].some(
    (value) => value !== undefined,
  );

/** A change of the view: `undefined` removes a parameter, an absent one stays. */
export type ViewPatch = { readonly [K in keyof ViewParams]?: ViewParams[K] | undefined };

/** The whole neighbourhood of a component, or one direction of it. */
export const focusOn = (focus: ComponentId, dir?: ViewParams['dir'], depth?: number): ViewPatch => ({
  ...LEAVE_MODE,
  focus,
  dir,
  depth,
  sel: focus,
});

/** What a change of the component, or of one of its outputs, can reach. */
export const impactOf = (focus: ComponentId, key?: string): ViewPatch => ({
  ...LEAVE_MODE,
  mode: 'impact',
  focus,
  key,
  sel: focus,
});

/** The path between two components; without `to`, the panel asks for it. */
export const pathBetween = (focus: ComponentId, to?: ComponentId): ViewPatch => ({
  ...LEAVE_MODE,
  mode: 'path',
  focus,
  to,
});
