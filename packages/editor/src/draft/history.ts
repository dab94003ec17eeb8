import type { ComponentId } from '@karma/core';
import { type Draft, draftText, type Step } from './draft';

/** The files that a command writes; `null` deletes. */
export interface Edit {
  readonly label: string;
  /** See `Step.merge`. */
  readonly merge?: string;
  readonly files: ReadonlyMap<ComponentId, string | null>;
}

/**
 * The draft after one more step. Steps that were undone are given up, as everywhere; an edit that changes no text
 * leaves the draft as it is.
 * @param inGit text of a component's config in Git, `null` where there is none; asked for those not touched before.
 */
export function applyEdit(draft: Draft, edit: Edit, inGit: (id: ComponentId) => string | null): Draft {
  const originals = [...draft.originals];
  const files: Step['files'] = [];
  for (const [id, after] of edit.files) {
    let before = draftText(draft, id);
    if (before === undefined) {
      before = inGit(id);
      if (before !== after) originals.push({ id, text: before });
    }
    if (before !== after) files.push({ id, before, after });
  }
  if (files.length === 0) return draft;
  const step: Step = { label: edit.label, merge: edit.merge ?? null, files };
  const done = draft.steps.slice(0, draft.position);
  const last = done.at(-1);
  const isMore = step.merge !== null && last?.merge === step.merge && draft.position === draft.steps.length;
  const steps = isMore && last ? [...done.slice(0, -1), merged(last, step)] : [...done, step];
  return { ...draft, originals, steps, position: steps.length };
}

function merged(first: Step, second: Step): Step {
  const files = new Map(first.files.map((file) => [file.id, file]));
  for (const file of second.files)
    files.set(file.id, { ...file, before: files.get(file.id)?.before ?? file.before });
  return { ...second, files: [...files.values()] };
}

export const canUndo = (draft: Draft): boolean => draft.position > 0;
export const canRedo = (draft: Draft): boolean => draft.position < draft.steps.length;

/** One step back; the draft itself when there is none. */
export function undo(draft: Draft): Draft {
  return canUndo(draft) ? { ...draft, position: draft.position - 1 } : draft;
}

/** One step forth; the draft itself when there is none. */
export function redo(draft: Draft): Draft {
  return canRedo(draft) ? { ...draft, position: draft.position + 1 } : draft;
}

/** Goes to a place in the list of steps: as many count as `position` says. */
export function goTo(draft: Draft, position: number): Draft {
  return { ...draft, position: Math.max(0, Math.min(position, draft.steps.length)) };
}
