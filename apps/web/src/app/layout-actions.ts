import {
  IconArrowBackUp,
  IconArrowBearRight,
  IconArrowForwardUp,
  IconEyeOff,
  IconMaximize,
  IconPin,
  IconPinnedOff,
  IconWand,
} from '@tabler/icons-react';
import { toggleHubs, toggleImplied } from '../canvas/quiet';
import { type Action, isOnMap, selected, selectedPlace } from './action';
import { isComposing } from './composing';

/** How the map is laid out and what of it is drawn. */
export const LAYOUT_ACTIONS: readonly Action[] = [
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
];
