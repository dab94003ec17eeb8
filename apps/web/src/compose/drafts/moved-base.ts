import type { ComponentId } from '@karma/core';
import {
  applyEdit,
  type Collision,
  type Draft,
  draftText,
  type Edit,
  type Rebased,
  rebase,
  removeValue,
  setValue,
} from '@karma/editor';

/** The texts of Git that are known; `undefined` where one was not read. */
type InGit = (id: ComponentId) => string | null | undefined;

/**
 * The draft on what Git has now; `null` when Git has still what the draft was made on, or it is not known what it has.
 */
export function moved(draft: Draft, inGit: InGit): Rebased | null {
  const isKnown = draft.originals.every(({ id }) => inGit(id) !== undefined);
  const isMoved = draft.originals.some(({ id, text }) => inGit(id) !== text);
  return isKnown && isMoved ? rebase(draft, (id) => inGit(id) ?? null) : null;
}

/** Names a collision among those of one draft. */
export const collisionKey = ({ id, pointer }: Collision) => `${id}#${pointer}`;

/**
 * The draft on what Git has now, with Git's version at some of the places where both changed the same, as one step
 * more.
 * @param theirs keys of the collisions that Git's version is taken of.
 */
export function settled(before: Draft, theirs: ReadonlySet<string>, inGit: InGit): Draft {
  const { draft, collisions } = moved(before, inGit) ?? { draft: before, collisions: [] };
  const files = new Map<ComponentId, string | null>();
  for (const collision of collisions.filter((candidate) => theirs.has(collisionKey(candidate)))) {
    const { id } = collision;
    const text = files.has(id) ? (files.get(id) ?? null) : (draftText(draft, id) ?? null);
    files.set(id, withTheirs(text, collision));
  }
  const edit: Edit = { label: `Take what Git has of ${[...files.keys()].join(', ')}`, files };
  return files.size === 0 ? draft : applyEdit(draft, edit, (id) => inGit(id) ?? null);
}

function withTheirs(text: string | null, { pointer, theirs }: Collision): string | null {
  if (pointer === '' || text === null) return typeof theirs === 'string' ? theirs : null;
  return theirs === undefined ? removeValue(text, pointer) : setValue(text, pointer, theirs);
}
