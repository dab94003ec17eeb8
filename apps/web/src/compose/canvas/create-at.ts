import { type ComponentId, componentName } from '@karma/core';
import { createComponent, type Edit, type Surroundings } from '@karma/editor';
import { CARD } from '@karma/render';
import { arrange } from '../../canvas/arrangement/store';
import { useCanvasCommands } from '../../canvas/commands';
import { useOnScreen } from '../../canvas/use-visible';
import { drafts } from '../draft-store';
import type { Creation, Point } from './composer';

/** Room around a card, in pixels of the canvas. */
const ROOM = { width: CARD.width + 40, height: CARD.height + 24 };
/** As many rows and columns around the middle are looked at. */
const STEPS = [0, 1, -1, 2, -2, 3, -3, 4, -4];

/** A place on the screen for a card that nothing stands at, as near the middle of the canvas as there is one. */
export function freePlace(): Point {
  const box = document.querySelector('.react-flow')?.getBoundingClientRect();
  if (!box) return { x: 0, y: 0 };
  const { placeAt, screenAt } = useCanvasCommands.getState();
  return screenAt(freeNear(placeAt({ x: box.left + box.width / 2, y: box.top + box.height / 2 })));
}

/** The middle of a card that nothing stands at, as near a point of the canvas as there is one. */
function freeNear({ x, y }: Point): Point {
  const places = [...(useOnScreen.getState().laidOut?.places.values() ?? [])];
  const candidates = STEPS.flatMap((row) =>
    STEPS.map((column) => ({ x: x + column * ROOM.width, y: y + row * ROOM.height })),
  ).sort((a, b) => Math.hypot(a.x - x, 2 * (a.y - y)) - Math.hypot(b.x - x, 2 * (b.y - y)));
  const free = candidates.find((at) =>
    places.every(
      (place) =>
        Math.abs(place.x + CARD.width / 2 - at.x) >= ROOM.width - 20 ||
        Math.abs(place.y + CARD.height / 2 - at.y) >= ROOM.height - 12,
    ),
  );
  return free ?? { x, y };
}

/** Both as one step. */
export function together(label: string, first: Edit, second: Edit): Edit {
  return { label, files: new Map([...first.files, ...second.files]) };
}

/** The surroundings after an edit, for the next one of the same step. */
export function after(surroundings: Surroundings, { files }: Edit): Surroundings {
  const created = [...files.keys()];
  return {
    ...surroundings,
    text: (id) => (files.has(id) ? (files.get(id) ?? null) : surroundings.text(id)),
    components: (environment) => [
      ...new Set([
        ...surroundings.components(environment),
        ...created.filter((id) => componentName(id).environment === environment && files.get(id) !== null),
      ]),
    ],
  };
}

/**
 * Creates a component where it was dropped, as one step with what follows.
 * @throws CommandError
 */
export async function createAt(id: ComponentId, creation: Creation): Promise<void> {
  await drafts.run([id, ...(creation.with ?? [])], (surroundings) => {
    const created = createComponent(id, surroundings);
    const connected = creation.connect?.(id, after(surroundings, created));
    pinAt(id, creation.screen);
    return connected ? together(connected.label, created, connected) : created;
  });
}

/** Puts a card there: its middle is where the pointer was. */
export function pinAt(id: ComponentId, screen: Point): void {
  pinMiddle(id, useCanvasCommands.getState().placeAt(screen));
}

/** Puts a new card beside the one that it comes from, where that is on the map. */
export function pinBeside(original: ComponentId, id: ComponentId): void {
  const place = useOnScreen.getState().laidOut?.places.get(original);
  if (place) pinMiddle(id, freeNear({ x: place.x + CARD.width / 2, y: place.y + CARD.height / 2 }));
}

function pinMiddle(id: ComponentId, { x, y }: Point): void {
  arrange.pin(id, { x: Math.round(x - CARD.width / 2), y: Math.round(y - CARD.height / 2) });
}
