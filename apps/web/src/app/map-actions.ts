import { IconEye, IconLibraryMinus, IconLibraryPlus } from '@tabler/icons-react';
import { drawHubs } from '../canvas/quiet';
import type { Action, ActionContext } from './action';
import { OPEN_ALL, SHUT_ALL } from './grouping';
import { componentsIn } from './view';

const hasGroups = (context: ActionContext) => context.hasGroups;

/** The muted hubs of what is selected: those that it uses, or itself. */
function mutedHubs({ view: { sel, focus }, quiet }: ActionContext) {
  const [id = focus, ...others] = componentsIn(sel);
  if (!id || others.length > 0) return [];
  return [...(quiet.badges.get(id) ?? []), ...(quiet.mutedHubs.has(id) ? [id] : [])];
}

/** What can be done to groups and badges, which pointers reach on the map itself. */
export const MAP_ACTIONS: readonly Action[] = [
  {
    id: 'open-groups',
    name: 'Open all groups',
    group: 'View',
    icon: IconLibraryPlus,
    shortcut: 'G',
    isEnabled: hasGroups,
    run: ({ change }) => change(OPEN_ALL),
  },
  {
    id: 'shut-groups',
    name: 'Shut all groups',
    group: 'View',
    icon: IconLibraryMinus,
    shortcut: 'shift+G',
    isEnabled: hasGroups,
    run: ({ change }) => change(SHUT_ALL),
  },
  {
    id: 'draw-hubs',
    name: 'Draw its muted arrows',
    group: 'Component',
    icon: IconEye,
    shortcut: 'shift+M',
    isEnabled: (context) => context.view.as === undefined && mutedHubs(context).length > 0,
    run: (context) => context.change(drawHubs(context.quiet, mutedHubs(context))),
  },
];
