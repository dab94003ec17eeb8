import {
  type ComponentId,
  type ElementId,
  type GroupId,
  isGroupId,
  type Mishap,
  parseComponentId,
} from '@karma/core';
import type { ViewParams } from './search-params';

/** What `sel` stands for. */
export type Selection =
  | { readonly kind: 'component'; readonly id: ComponentId }
  | { readonly kind: 'dependency'; readonly from: ComponentId; readonly to: ComponentId }
  | { readonly kind: 'group'; readonly id: GroupId }
  | { readonly kind: 'bundle'; readonly from: ElementId; readonly to: ElementId };

/** Reads `sel`; `null` when nothing, or nothing sensible, is selected. */
export function parseSelection(sel: string | undefined): Selection | null {
  const [from, to, ...rest] = (sel ?? '').split('~').map(parseElementId);
  if (!from || rest.length > 0) return null;
  if (!sel?.includes('~'))
    return isGroupId(from) ? { kind: 'group', id: from } : { kind: 'component', id: from };
  if (!to) return null;
  return isGroupId(from) || isGroupId(to) ? { kind: 'bundle', from, to } : { kind: 'dependency', from, to };
}

/** The components that are selected: one, or both ends of a dependency. */
export function componentsIn(sel: string | undefined): readonly ComponentId[] {
  const selection = parseSelection(sel);
  if (selection?.kind === 'dependency') return [selection.from, selection.to];
  return selection?.kind === 'component' ? [selection.id] : [];
}

/** Reads the id of a component or a group; `undefined` when it is neither. */
export const parseElementId = (text: string): ElementId | undefined =>
  isGroupId(text) ? text : parseComponentId(text);

/** The `sel` of a dependency, or of a bundle of them. */
export const dependencySelection = (from: ElementId, to: ElementId) => `${from}~${to}`;

export type Mode = 'map' | 'impact' | 'path';
export type Panel = 'overview' | 'trace' | 'history' | 'palette' | 'plan' | 'none';

/** The panel shown at the left: the chosen one, else the one that the mode calls for. */
export function panelOf(view: ViewParams): Panel {
  if (view.panel && (view.draft || (view.panel !== 'palette' && view.panel !== 'plan'))) return view.panel;
  if (view.focus || (view.mode ?? 'map') !== 'map') return 'trace';
  return view.draft ? 'palette' : 'overview';
}

/** Leaves focus, blast radius or path, and keeps environment, filters and selection. */
export const LEAVE_MODE = {
  mode: undefined,
  focus: undefined,
  up: undefined,
  down: undefined,
  depth: undefined,
  key: undefined,
  by: undefined,
  to: undefined,
  panel: undefined,
} satisfies ViewPatch;

export const CLEAR_FILTERS = { q: undefined } satisfies ViewPatch;

/** Whether a query narrows the map. */
export const isFiltered = ({ q }: ViewParams) => q !== undefined;

/** A change of the view: `undefined` removes a parameter, an absent one stays. */
export type ViewPatch = { readonly [K in keyof ViewParams]?: ViewParams[K] | undefined };

/** As deep as a view goes. */
export const ALL_STEPS = 50;

/** A component and the steps around it that are looked at: one each way, unless told otherwise. */
export const focusOn = (focus: ComponentId, around: Partial<Steps> = {}): ViewPatch => ({
  ...LEAVE_MODE,
  ...around,
  focus,
  sel: focus,
});

/** All that a component depends on. */
export const upstreamOf = (focus: ComponentId) => focusOn(focus, { up: ALL_STEPS, down: 0 });

/** All that depends on a component. */
export const downstreamOf = (focus: ComponentId) => focusOn(focus, { up: 0, down: ALL_STEPS });

/** How many steps around the focus are looked at. */
export interface Steps {
  readonly up: number;
  readonly down: number;
}

export const stepsOf = ({ up = 1, down = 1 }: ViewParams): Steps => ({ up, down });

/** One step more or less of one direction; `undefined` where there is no such step. */
export function stepped(view: ViewParams, side: keyof Steps, by: 1 | -1): ViewPatch | undefined {
  const steps = stepsOf(view)[side] + by;
  const isFocus = view.focus !== undefined && view.mode === undefined;
  return isFocus && steps >= 0 && steps <= ALL_STEPS ? { [side]: steps } : undefined;
}

/** What a change of the component, or of one of its outputs, can reach. */
export const impactOf = (focus: ComponentId, key?: string): ViewPatch => ({
  ...LEAVE_MODE,
  mode: 'impact',
  focus,
  key,
  sel: focus,
});

/** Who is hit when a component fails or is removed, asked beside what is looked at. */
export const whatIf = (id: ComponentId, mishap: Mishap): ViewPatch => ({
  whatIf: id,
  mishap: mishap === 'removed' ? mishap : undefined,
});

export const LEAVE_WHAT_IF = { whatIf: undefined, mishap: undefined } satisfies ViewPatch;

/** The path between two components; without `to`, the panel asks for it. */
export const pathBetween = (focus: ComponentId, to?: ComponentId): ViewPatch => ({
  ...LEAVE_MODE,
  mode: 'path',
  focus,
  to,
});
