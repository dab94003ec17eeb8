import { useHotkeys } from '@mantine/hooks';
import { useShell } from '../app/use-shell';
import { useView } from '../app/use-view';
import { parseSelection } from '../app/view';
import { arrange } from './arrangement/store';
import type { Places } from './neighbour';

/** Pixels of one step: between two cards there are as many. */
const STEP = 24;

/** Alt and an arrow key move the selected card a little and pin it there: what a drag does, by keys. */
export function useNudge(places: Places) {
  const { sel } = useView();
  const isCovered = useShell((shell) => shell.overlay !== null);
  const nudge = (x: number, y: number) => () => {
    const selection = parseSelection(sel);
    if (isCovered || !selection || !('id' in selection)) return;
    const place = places.get(selection.id);
    if (!place) return;
    arrange.pin(selection.id, { x: place.x + x, y: place.y + y });
  };
  useHotkeys([
    ['alt+ArrowLeft', nudge(-STEP, 0)],
    ['alt+ArrowRight', nudge(STEP, 0)],
    ['alt+ArrowUp', nudge(0, -STEP)],
    ['alt+ArrowDown', nudge(0, STEP)],
  ]);
}
