import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDots,
  IconPencil,
  IconPencilOff,
  IconPlugConnected,
  IconTrash,
} from '@tabler/icons-react';
import { type Action, hasSelected, selected } from './action';
import { composeIn, isComposing, LEAVE_DRAFT } from './composing';
import { parseSelection } from './view';

/** Changing the system by drawing. */
export const COMPOSE_ACTIONS: readonly Action[] = [
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
    isEnabled: ({ composing }) => composing?.canUndo() === true,
    run: ({ composing }) => composing?.undo(),
  },
  {
    id: 'redo-step',
    name: 'Redo the step of the draft that was undone',
    group: 'View',
    icon: IconArrowForwardUp,
    shortcut: 'mod+shift+z',
    isEnabled: ({ composing }) => composing?.canRedo() === true,
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
