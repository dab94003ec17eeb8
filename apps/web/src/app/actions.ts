import {
  IconActivityHeartbeat,
  IconArrowBackUp,
  IconArrowsSplit2,
  IconBook2,
  IconBookmark,
  IconFilter,
  IconFilterOff,
  IconFocusCentered,
  IconGitPullRequest,
  IconHelp,
  IconHistory,
  IconLayoutDashboard,
  IconLayoutSidebar,
  IconMoon,
  IconRoute,
  IconSearch,
  IconSend,
  IconTarget,
} from '@tabler/icons-react';
import { type Action, type ActionContext, onSelected } from './action';
import { COMPOSE_ACTIONS } from './compose-actions';
import { LAYOUT_ACTIONS } from './layout-actions';
import { MAP_ACTIONS } from './map-actions';
import { SHOW_ACTIONS } from './show-actions';
import {
  CLEAR_FILTERS,
  downstreamOf,
  focusOn,
  impactOf,
  isFiltered,
  LEAVE_MODE,
  panelOf,
  pathBetween,
  upstreamOf,
} from './view';

const always = () => true;

/** Around a component, its name stands where the box is otherwise. */
const hasQueryBox = ({ view }: ActionContext) => view.focus === undefined;

/** Steps back: first out of the selection, then out of the mode. */
function goBack({ view, change }: ActionContext) {
  change(view.sel ? { sel: undefined } : LEAVE_MODE);
}

/** Everything that people can do, in the order of the palette. */
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
  ...LAYOUT_ACTIONS,
  ...MAP_ACTIONS,
  ...SHOW_ACTIONS,
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
