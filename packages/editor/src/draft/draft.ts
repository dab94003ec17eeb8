import { type ComponentId, componentIdSchema } from '@karma/core';
import { z } from 'zod';

const text = z.string().nullable();

/** One thing that was done, with the texts it replaced: `null` where there is no file. */
const stepSchema = z.strictObject({
  /** What was done, for the list of steps: `Set vpc_nickname of dev/lambda/seed to main`. */
  label: z.string(),
  /** Steps in a row with the same key are one for undo, as is typing in one field; `null` stands alone. */
  merge: z.string().nullable(),
  files: z.array(z.strictObject({ id: componentIdSchema, before: text, after: text })).min(1),
});

/**
 * Edits being made: for each component touched the text of its config file, as it was in Git and through every step
 * since. Plain JSON, so that it can be kept in a browser, in a file and in Records alike.
 */
export const draftSchema = z.object({
  version: z.literal(1),
  id: z.string().min(1),
  name: z.string().min(1).max(120),
  /** The draft's base: the text that Git had of every component touched; `null` where it had none. */
  originals: z.array(z.strictObject({ id: componentIdSchema, text })),
  steps: z.array(stepSchema),
  /** How many of the steps count; those behind it were undone and can be redone. */
  position: z.number().int().nonnegative(),
});

export type Step = z.infer<typeof stepSchema>;
export type Draft = z.infer<typeof draftSchema>;

/** The text of one config as the draft has it, beside the one in Git. `null`: no file. */
export interface DraftFile {
  readonly id: ComponentId;
  readonly before: string | null;
  readonly after: string | null;
}

/** A file that cannot be read as a draft. */
export class DraftFormatError extends Error {
  override readonly name = 'DraftFormatError';
}

/** A draft that changes nothing yet. */
export function createDraft(id: string, name: string): Draft {
  return { version: 1, id, name, originals: [], steps: [], position: 0 };
}

/**
 * Reads a draft that was kept.
 * @throws DraftFormatError with what is wrong and where.
 */
export function parseDraft(json: string): Draft {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new DraftFormatError(`This is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = draftSchema.safeParse(value);
  if (!parsed.success) throw new DraftFormatError(`This is not a draft: ${z.prettifyError(parsed.error)}`);
  if (parsed.data.position > parsed.data.steps.length)
    throw new DraftFormatError('This is not a draft: its position lies beyond its last step.');
  return parsed.data;
}

/** What the draft changes: the components whose text differs from Git, in the order in which they were touched. */
export function draftFiles(draft: Draft): DraftFile[] {
  return draft.originals.flatMap(({ id, text: before }) => {
    const after = draftText(draft, id);
    return after === undefined || after === before ? [] : [{ id, before, after }];
  });
}

/** The text of a component's config as the draft has it; `undefined` when the draft does not touch it. */
export function draftText(draft: Draft, id: ComponentId): string | null | undefined {
  for (let index = draft.position - 1; index >= 0; index--) {
    const file = draft.steps[index]?.files.find((candidate) => candidate.id === id);
    if (file) return file.after;
  }
  return draft.originals.find((original) => original.id === id)?.text;
}
