import type { ComponentId } from '@karma/core';
import type { Icon } from '@tabler/icons-react';
import type { Steps } from '../canvas/arrangement/arrangement';
import type { arrange } from '../canvas/arrangement/store';
import type { Quiet } from '../canvas/quiet';
import type { Composing } from './composing';
import type { ViewParams } from './search-params';
import { parseSelection, type ViewPatch } from './view';

/** What an action may look at and do. */
export interface ActionContext {
  readonly view: ViewParams;
  readonly change: (patch: ViewPatch) => void;
  readonly openPalette: () => void;
  readonly openCardMenu: (id: ComponentId) => void;
  readonly openHelp: () => void;
  readonly openStatus: () => void;
  readonly openProposals: () => void;
  readonly openSend: () => void;
  readonly openQueryHelp: () => void;
  readonly openViews: () => void;
  readonly writeQuery: () => void;
  readonly fit: () => void;
  readonly arrange: typeof arrange;
  /** How the canvas is arranged now. */
  readonly steps: Steps;
  /** What compose mode can do; `null` while no draft is open. */
  readonly composing: Composing | null;
  readonly toggleColorScheme: () => void;
  /** Whether groups are on the map. */
  readonly hasGroups: boolean;
  readonly quiet: Quiet;
}

/** One thing that people can do: menu, hotkey and palette show and run the same object. */
export interface Action {
  readonly id: string;
  readonly name: string;
  readonly group: 'Component' | 'View' | 'Karma';
  readonly icon: Icon;
  /** As `useHotkeys` of Mantine reads it, `mod` being Ctrl or Cmd. */
  readonly shortcut?: string;
  readonly isEnabled: (context: ActionContext) => boolean;
  readonly run: (context: ActionContext) => void;
}

export const isOnMap = ({ view }: ActionContext) => view.as === undefined;

export const selected = ({ view }: ActionContext) => {
  const selection = parseSelection(view.sel);
  return selection?.kind === 'component' ? selection.id : view.focus;
};
export const selectedPlace = (context: ActionContext) => {
  const id = selected(context);
  return id && context.steps.now.places.get(id);
};
export const hasSelected = (context: ActionContext) => selected(context) !== undefined;

/** An action on the selected component. */
export const onSelected = (patch: (id: NonNullable<ReturnType<typeof selected>>) => ViewPatch) => ({
  group: 'Component' as const,
  isEnabled: hasSelected,
  run: (context: ActionContext) => {
    const id = selected(context);
    if (id) context.change(patch(id));
  },
});
