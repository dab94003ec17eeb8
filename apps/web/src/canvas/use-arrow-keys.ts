import { type GroupId, isGroupId } from '@karma/core';
import { useHotkeys } from '@mantine/hooks';
import { useShell } from '../app/use-shell';
import { useChangeView, useView } from '../app/use-view';
import { parseSelection } from '../app/view';
import type { Adjacency } from './adjacency';
import { type Arrow, neighbour, type Places } from './neighbour';

/** Arrow keys walk the selection along dependencies; Enter and Space open the focused card, and open or shut a group. */
export function useArrowKeys(places: Places, adjacency: Adjacency, toggle: (id: GroupId) => void) {
  const { sel } = useView();
  const change = useChangeView();
  const isCovered = useShell((shell) => shell.overlay !== null);

  const walk = (key: Arrow) => (event: KeyboardEvent) => {
    if (isCovered || isTaken(event.target)) return;
    event.preventDefault();
    const selection = parseSelection(sel);
    const current = selection && 'id' in selection ? selection.id : undefined;
    const next =
      current && places.has(current) ? neighbour(current, key, adjacency, places) : firstOf(places);
    if (!next) return;
    change({ sel: next }, { replace: true });
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(next)}"]`)?.focus({
      preventScroll: true,
    });
  };

  const open = (event: KeyboardEvent) => {
    const id =
      event.target instanceof Element && event.target.closest('.react-flow__node')?.getAttribute('data-id');
    if (!id) return;
    event.preventDefault();
    if (isGroupId(id)) toggle(id);
    else change({ sel: id });
  };

  const own = { preventDefault: false };
  useHotkeys([
    ['ArrowLeft', walk('ArrowLeft'), own],
    ['ArrowRight', walk('ArrowRight'), own],
    ['ArrowUp', walk('ArrowUp'), own],
    ['ArrowDown', walk('ArrowDown'), own],
    ['Enter', open, own],
    ['Space', open, own],
  ]);
}

/** Widgets that have a use of their own for arrow keys; form fields are left alone anyway. */
const OWN_ARROWS = '[role=separator], [role=tablist], [role=listbox], [role=menu], [role=dialog]';

const isTaken = (target: EventTarget | null) =>
  target instanceof Element && target.closest(OWN_ARROWS) !== null;

/** The card at the upper left. */
function firstOf(places: Places) {
  return [...places].sort(([, a], [, b]) => a.x - b.x || a.y - b.y)[0]?.[0];
}
