import { type Draft, draftSchema } from '@karma/editor';
import { createStore, del, entries, get, set } from 'idb-keyval';
import { z } from 'zod/mini';

const keptSchema = z.object({ changedAt: z.iso.datetime(), draft: draftSchema });

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
export async function readDraft(id: string): Promise<Draft | undefined> {
  return keptSchema.safeParse(await get(id, database)).data?.draft;
}

export async function keepDraft(draft: Draft): Promise<void> {
  await set(draft.id, { changedAt: new Date().toISOString(), draft } satisfies KeptDraft, database);
}

export async function forgetDraft(id: string): Promise<void> {
  await del(id, database);
}
