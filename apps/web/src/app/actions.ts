import type { ComponentId } from '@karma/core';
import type { Icon } from '@tabler/icons-react';
import {
  IconActivityHeartbeat,
  IconArrowBackUp,
  IconArrowBearRight,
  IconArrowForwardUp,
  IconArrowsSplit2,
  IconBook2,
  IconBookmark,
  IconChevronsLeft,
  IconChevronsRight,
  IconDots,
  IconEyeOff,
  IconFilter,
  IconFilterOff,
  IconFocusCentered,
  IconGitPullRequest,
  IconHelp,
  IconHistory,
  IconLayoutDashboard,
  IconLayoutSidebar,
  IconListTree,
  IconMaximize,
  IconMoon,
  IconPencil,
  IconPencilOff,
  IconPin,
  IconPinnedOff,
  IconPlugConnected,
  IconRoute,
  IconSearch,
  IconSend,
  IconSitemap,
  IconTable,
  IconTarget,
  IconTrash,
  IconWand,
} from '@tabler/icons-react';
import type { Steps } from '../canvas/arrangement/arrangement';
import type { arrange } from '../canvas/arrangement/store';
import { type Quiet, toggleHubs, toggleImplied } from '../canvas/quiet';
import { type Composing, composeIn, isComposing, LEAVE_DRAFT } from './composing';
import { MAP_ACTIONS } from './map-actions';
import type { ViewParams } from './search-params';
import {
  CLEAR_FILTERS,
  downstreamOf,
  focusOn,
  impactOf,
  isFiltered,
  LEAVE_MODE,
  panelOf,
  parseSelection,
  pathBetween,
  stepped,
  upstreamOf,
  type ViewPatch,
} from './view';

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

const always = () => true;

/** Around a component, its name stands where the box is otherwise. */
const hasQueryBox = ({ view }: ActionContext) => view.focus === undefined;

const isOnMap = ({ view }: ActionContext) => view.as === undefined;

const selected = ({ view }: ActionContext) => {
  const selection = parseSelection(view.sel);
  return selection?.kind === 'component' ? selection.id : view.focus;
};
const selectedPlace = (context: ActionContext) => {
  const id = selected(context);
  return id && context.steps.now.places.get(id);
};
const hasSelected = (context: ActionContext) => selected(context) !== undefined;

/** An action on the selected component. */
const onSelected = (patch: (id: NonNullable<ReturnType<typeof selected>>) => ViewPatch) => ({
  group: 'Component' as const,
  isEnabled: hasSelected,
  run: (context: ActionContext) => {
    const id = selected(context);
    if (id) context.change(patch(id));
  },
});

/** Steps back: first out of the selection, then out of the mode. */
function goBack({ view, change }: ActionContext) {
  change(view.sel ? { sel: undefined } : LEAVE_MODE);
}

/** More or less around the component in focus. */
const STEPS = [
  { id: 'more-upstream', side: 'up', by: 1, shortcut: 'shift+ArrowRight', icon: IconChevronsRight },
  { id: 'more-downstream', side: 'down', by: 1, shortcut: 'shift+ArrowLeft', icon: IconChevronsLeft },
  { id: 'fewer-upstream', side: 'up', by: -1, shortcut: 'mod+shift+ArrowRight', icon: IconChevronsLeft },
  { id: 'fewer-downstream', side: 'down', by: -1, shortcut: 'mod+shift+ArrowLeft', icon: IconChevronsRight },
] as const;
const STEP_ACTIONS = STEPS.map(
  ({ side, by, ...rest }): Action => ({
    ...rest,
    name: `One step ${by === 1 ? 'more' : 'less'} ${side === 'up' ? 'upstream' : 'downstream'} of the focus`,
    group: 'View',
    isEnabled: ({ view }) => stepped(view, side, by) !== undefined,
    run: ({ view, change }) => change(stepped(view, side, by) ?? {}),
  }),
);

/** Changing the system by drawing. */
const COMPOSE_ACTIONS: readonly Action[] = [
  {
    id: 'compose',
    name: 'Compose: change the system in a draft',
    group: 'View',
    icon: IconPencil,
    shortcut: 'E',
    isEnabled: ({ view }) => !isComposing(view),
    run: ({ change }) => change(composeIn()),
  },
  {
    id: 'leave-draft',
    name: 'Leave the draft; it is kept',
    group: 'View',
    icon: IconPencilOff,
    shortcut: 'shift+E',
    isEnabled: ({ view }) => isComposing(view),
    run: ({ change }) => change(LEAVE_DRAFT),
  },
  {
    id: 'undo-step',
    name: 'Undo the last step of the draft',
    group: 'View',
    icon: IconArrowBackUp,
    shortcut: 'mod+z',
    isEnabled: ({ composing }) => composing?.canUndo === true,
    run: ({ composing }) => composing?.undo(),
  },
  {
    id: 'redo-step',
    name: 'Redo the step of the draft that was undone',
    group: 'View',
    icon: IconArrowForwardUp,
    shortcut: 'mod+shift+z',
    isEnabled: ({ composing }) => composing?.canRedo === true,
    run: ({ composing }) => composing?.redo(),
  },
  {
    id: 'connect',
    name: 'Connect it: go to its ports',
    group: 'Component',
    icon: IconPlugConnected,
    shortcut: 'C',
    isEnabled: (context) => context.composing !== null && hasSelected(context),
    run: ({ composing }) => composing?.connect(),
  },
  {
    id: 'delete',
    name: 'Delete it, or disconnect it, in the draft',
    group: 'Component',
    icon: IconTrash,
    shortcut: 'Delete',
    isEnabled: ({ composing, view }) =>
      composing !== null && ['component', 'dependency'].includes(parseSelection(view.sel)?.kind ?? ''),
    run: ({ composing, view }) => view.sel && composing?.remove(view.sel),
  },
  {
    id: 'card-menu',
    name: 'More to do with it: duplicate, copy, rename, what if',
    group: 'Component',
    icon: IconDots,
    shortcut: '.',
    isEnabled: hasSelected,
    run: (context) => {
      const id = selected(context);
      if (id) context.openCardMenu(id);
    },
  },
];

/** The same slice in another way. */
const SHOWS = [
  { as: undefined, word: 'map', icon: IconSitemap, shortcut: '1' },
  { as: 'table' as const, word: 'table', icon: IconTable, shortcut: '2' },
  { as: 'tree' as const, word: 'tree', icon: IconListTree, shortcut: '3' },
].map(
  ({ as, word, icon, shortcut }): Action => ({
    id: `as-${word}`,
    name: `Show as a ${word}`,
    group: 'View',
    icon,
    shortcut,
    isEnabled: ({ view }) => view.as !== as,
    run: ({ change }) => change({ as }),
  }),
);

export const ACTIONS: readonly Action[] = [
  ...COMPOSE_ACTIONS,
  {
    id: 'focus',
    name: 'Show its neighbourhood',
    icon: IconFocusCentered,
    shortcut: 'N',
    ...onSelected((id) => focusOn(id)),
  },
  {
    id: 'upstream',
    name: 'Trace upstream: what it depends on',
    icon: IconArrowsSplit2,
    shortcut: 'U',
    ...onSelected(upstreamOf),
  },
  {
    id: 'downstream',
    name: 'Trace downstream: what depends on it',
    icon: IconArrowsSplit2,
    shortcut: 'D',
    ...onSelected(downstreamOf),
  },
  {
    id: 'impact',
    name: 'Show its blast radius',
    icon: IconTarget,
    shortcut: 'B',
    ...onSelected((id) => impactOf(id)),
  },
  {
    id: 'path',
    name: 'Find the path from it to…',
    icon: IconRoute,
    shortcut: 'P',
    ...onSelected((id) => pathBetween(id)),
  },
  {
    id: 'search',
    name: 'Search components and actions',
    group: 'View',
    icon: IconSearch,
    shortcut: 'mod+K',
    isEnabled: always,
    run: (context) => context.openPalette(),
  },
  {
    id: 'fit',
    name: 'Fit everything into view',
    group: 'View',
    icon: IconMaximize,
    shortcut: 'F',
    isEnabled: isOnMap,
    run: (context) => context.fit(),
  },
  {
    id: 'tidy',
    name: 'Tidy up the layout',
    group: 'View',
    icon: IconWand,
    shortcut: 'T',
    isEnabled: isOnMap,
    run: (context) => context.arrange.tidy(),
  },
  {
    id: 'undo-layout',
    name: 'Undo the last change of the layout',
    group: 'View',
    icon: IconArrowBackUp,
    shortcut: 'mod+Z',
    isEnabled: (context) => isOnMap(context) && !isComposing(context.view) && context.steps.past.length > 0,
    run: (context) => context.arrange.undo(),
  },
  {
    id: 'redo-layout',
    name: 'Redo the last change of the layout',
    group: 'View',
    icon: IconArrowForwardUp,
    shortcut: 'mod+shift+Z',
    isEnabled: (context) => isOnMap(context) && !isComposing(context.view) && context.steps.future.length > 0,
    run: (context) => context.arrange.redo(),
  },
  {
    id: 'pin',
    name: 'Pin it where it stands, or let it go',
    group: 'Component',
    icon: IconPin,
    shortcut: 'shift+P',
    isEnabled: (context) => isOnMap(context) && selectedPlace(context) !== undefined,
    run: (context) => {
      const id = selected(context);
      const place = selectedPlace(context);
      if (!id || !place) return;
      if (context.steps.now.pins.has(id)) context.arrange.unpin(id);
      else context.arrange.pin(id, place);
    },
  },
  {
    id: 'unpin-all',
    name: 'Let all pinned components go',
    group: 'View',
    icon: IconPinnedOff,
    isEnabled: (context) => isOnMap(context) && context.steps.now.pins.size > 0,
    run: (context) => context.arrange.unpin(),
  },
  {
    id: 'hubs',
    name: 'Mute or draw the arrows to hubs',
    group: 'View',
    icon: IconEyeOff,
    shortcut: 'M',
    isEnabled: isOnMap,
    run: ({ view, change }) => change(toggleHubs(view)),
  },
  {
    id: 'implied',
    name: 'Hide or draw the arrows that longer ways imply',
    group: 'View',
    icon: IconArrowBearRight,
    shortcut: 'I',
    isEnabled: isOnMap,
    run: ({ view, change }) => change(toggleImplied(view)),
  },
  ...MAP_ACTIONS,
  ...STEP_ACTIONS,
  ...SHOWS,
  {
    id: 'query',
    name: 'Filter by a query',
    group: 'View',
    icon: IconFilter,
    shortcut: '/',
    isEnabled: hasQueryBox,
    run: (context) => context.writeQuery(),
  },
  {
    id: 'query-help',
    name: 'What can be asked: the filter language',
    group: 'Karma',
    icon: IconBook2,
    isEnabled: always,
    run: (context) => context.openQueryHelp(),
  },
  {
    id: 'views',
    name: 'Saved views: open, save, share',
    group: 'View',
    icon: IconBookmark,
    shortcut: 'V',
    isEnabled: always,
    run: (context) => context.openViews(),
  },
  {
    id: 'clear-filters',
    name: 'Clear the query',
    group: 'View',
    icon: IconFilterOff,
    isEnabled: ({ view }) => isFiltered(view),
    run: ({ change }) => change(CLEAR_FILTERS),
  },
  {
    id: 'back',
    name: 'Clear the selection, then go back to the map',
    group: 'View',
    icon: IconArrowBackUp,
    shortcut: 'Escape',
    isEnabled: ({ view }) => Boolean(view.sel ?? view.focus ?? view.mode),
    run: goBack,
  },
  {
    id: 'overview',
    name: 'Overview',
    group: 'View',
    icon: IconLayoutDashboard,
    shortcut: 'O',
    isEnabled: always,
    run: ({ change }) => change({ ...LEAVE_MODE, panel: 'overview' }),
  },
  {
    id: 'history',
    name: 'History',
    group: 'View',
    icon: IconHistory,
    shortcut: 'H',
    isEnabled: always,
    run: ({ change }) => change({ panel: 'history' }),
  },
  {
    id: 'panel',
    name: 'Show or hide the left panel',
    group: 'View',
    icon: IconLayoutSidebar,
    shortcut: '[',
    isEnabled: always,
    run: ({ view, change }) => {
      const { panel: _, ...rest } = view;
      change({ panel: panelOf(view) !== 'none' ? 'none' : panelOf(rest) });
    },
  },
  {
    id: 'send',
    name: 'Send the draft out as a proposal',
    group: 'Karma',
    icon: IconSend,
    shortcut: 'mod+Enter',
    isEnabled: ({ view }) => view.draft !== undefined,
    run: (context) => context.openSend(),
  },
  {
    id: 'proposals',
    name: 'Proposals: what was sent out, and what became of it',
    group: 'Karma',
    icon: IconGitPullRequest,
    isEnabled: always,
    run: (context) => context.openProposals(),
  },
  {
    id: 'status',
    name: 'Status of the service and its sources',
    group: 'Karma',
    icon: IconActivityHeartbeat,
    isEnabled: always,
    run: (context) => context.openStatus(),
  },
  {
    id: 'color-scheme',
    name: 'Switch between light and dark',
    group: 'Karma',
    icon: IconMoon,
    isEnabled: always,
    run: (context) => context.toggleColorScheme(),
  },
  {
    id: 'help',
    name: 'Help and keyboard shortcuts',
    group: 'Karma',
    icon: IconHelp,
    shortcut: '?',
    isEnabled: always,
    run: (context) => context.openHelp(),
  },
];
