import type { Position, Positions } from '@karma/layout';
import { create } from 'zustand';
import { NOTHING_PLACED, pinned, redone, type Steps, settle, tidied, undone, unpinned } from './arrangement';
import { readArrangements, writeArrangements } from './memory';

interface Arrangements {
  /** The space that is looked at. */
  readonly space: string;
  /** Where everything stands in each space, the last used one last. */
  readonly steps: ReadonlyMap<string, Steps>;
  /** The space that is to be laid out anew. */
  readonly tidying: string | null;
}

/** How things stand, by space, kept over a reload. */
export const useArrangements = create<Arrangements>(() => ({
  space: '',
  steps: new Map(
    [...readArrangements(localStorage)].map(([space, now]) => [space, { ...NOTHING_PLACED, now }]),
  ),
  tidying: null,
}));

export const stepsOf = ({ steps }: Arrangements, space: string): Steps => steps.get(space) ?? NOTHING_PLACED;

/** Of the space that is looked at. */
export const useSteps = () => useArrangements((state) => stepsOf(state, state.space));

function change(space: string, next: (steps: Steps) => Steps): void {
  const { steps } = useArrangements.getState();
  const changed = new Map(steps);
  changed.delete(space);
  changed.set(space, next(steps.get(space) ?? NOTHING_PLACED));
  useArrangements.setState({ steps: changed });
  saveSoon();
}

const here = (next: (steps: Steps) => Steps) => change(useArrangements.getState().space, next);

/** What people can do to the space that is looked at. */
export const arrange = {
  tidy: () => useArrangements.setState(({ space }) => ({ tidying: space })),
  undo: () => here(undone),
  redo: () => here(redone),
  pin: (id: string, place: Position) => here((steps) => pinned(steps, id, place)),
  unpin: (id?: string) => here((steps) => unpinned(steps, id)),
};

/** Takes in what a layout of the space placed: of everything anew, or in addition. */
export function take(space: string, placed: Positions, isAnew: boolean): void {
  if (isAnew) useArrangements.setState({ tidying: null });
  change(space, (steps) => (isAnew ? tidied : settle)(steps, placed));
}

let isSaving = false;
function saveSoon(): void {
  if (isSaving) return;
  isSaving = true;
  // Large spaces take a while to write: not before what changed is on screen.
  setTimeout(save, 300);
}

function save(): void {
  if (!isSaving) return;
  isSaving = false;
  const { steps } = useArrangements.getState();
  writeArrangements(localStorage, new Map([...steps].map(([space, { now }]) => [space, now])));
}

addEventListener('pagehide', save);
