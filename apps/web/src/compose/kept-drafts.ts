import { type Draft, draftSchema } from '@karma/editor';
import { createStore, del, entries, get, update } from 'idb-keyval';
import { z } from 'zod/mini';
import { newDraftId } from '../app/composing';

const keptSchema = z.object({
  changedAt: z.iso.datetime(),
  /** Another one after each write, by which a tab sees that another tab wrote. */
  revision: z._default(z.string(), ''),
  draft: draftSchema,
});

/** A draft as this browser keeps it. */
export type KeptDraft = z.infer<typeof keptSchema>;

const database = createStore('karma-drafts', 'drafts');

/** Every draft that can be read, the last changed first. */
export async function readDrafts(): Promise<KeptDraft[]> {
  const all = await entries(database);
  return all
    .flatMap(([, value]) => keptSchema.safeParse(value).data ?? [])
    .sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
}

/** One draft; `undefined` when this browser does not keep it, or cannot read it. */
export async function readDraft(id: string): Promise<KeptDraft | undefined> {
  return keptSchema.safeParse(await get(id, database)).data;
}

/** Keeps what becomes of a draft. Reads and writes in one go: no other tab writes in between. */
export async function changeDraft(
  id: string,
  next: (kept: KeptDraft | undefined) => Draft,
): Promise<KeptDraft> {
  let kept: KeptDraft | undefined;
  await update(
    id,
    (value) => {
      const draft = next(keptSchema.safeParse(value).data);
      kept = { changedAt: new Date().toISOString(), revision: newDraftId(), draft };
      return kept;
    },
    database,
  );
  if (!kept) throw new Error(`The draft ${id} was not kept.`);
  return kept;
}

export async function forgetDraft(id: string): Promise<void> {
  await del(id, database);
}
