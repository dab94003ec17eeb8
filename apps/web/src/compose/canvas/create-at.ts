import { type ComponentId, componentName } from '@karma/core';
import { createComponent, type Edit, type Surroundings } from '@karma/editor';
import { CARD } from '@karma/render';
import { arrange } from '../../canvas/arrangement/store';
import { useCanvasCommands } from '../../canvas/commands';
import { drafts } from '../draft-store';
import type { Creation, Point } from './composer';

/** The middle of the canvas, on the screen. */
export function middleOfCanvas(): Point {
  const box = document.querySelector('.react-flow')?.getBoundingClientRect();
  return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : { x: 0, y: 0 };
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
    const edit = createComponent(id, surroundings);
    if (!creation.connect) return edit;
    const second = creation.connect(id, after(surroundings, edit));
    return together(second.label, edit, second);
  });
  pinAt(id, creation.screen);
}

/** Puts a card there: its middle is where the pointer was. */
export function pinAt(id: ComponentId, screen: Point): void {
  const { x, y } = useCanvasCommands.getState().placeAt(screen);
  arrange.pin(id, { x: Math.round(x - CARD.width / 2), y: Math.round(y - CARD.height / 2) });
}
