import {
  IconChevronsLeft,
  IconChevronsRight,
  IconListTree,
  IconSitemap,
  IconTable,
} from '@tabler/icons-react';
import type { Action } from './action';
import { stepped } from './view';

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

/** How much is shown, and as what. */
export const SHOW_ACTIONS: readonly Action[] = [...STEP_ACTIONS, ...SHOWS];
