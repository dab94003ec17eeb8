import { z } from 'zod';

/** Longer links are no views. */
const MAX_SEARCH_LENGTH = 8000;

const name = z.string().trim().min(1).max(120);
const search = z
  .string()
  .max(MAX_SEARCH_LENGTH)
  .regex(/^(\?.*)?$/, 'A view is the query string of a link: nothing, or what begins with "?".');

/** What of a view people choose. */
export const savedViewContentSchema = z.object({
  name,
  /** The query string that opens it in the app, from its `?` on. */
  search,
});

/** A view that everybody who uses this server can open. */
export const savedViewSchema = savedViewContentSchema.extend({
  id: z.string(),
  /** Grows by one each time that it is saved. */
  version: z.number().int().positive(),
  /** Who saved it last, where that is known. */
  savedBy: z.string().nullable(),
  savedAt: z.string(),
});

/** `saveView(...)`: without `id`, a new one; else the version that was read, so that nobody overwrites unseen. */
export const saveViewInputSchema = savedViewContentSchema.extend({
  id: z.uuid().optional(),
  version: z.number().int().nonnegative().default(0),
});

/** `deleteView(...)`. */
export const deleteViewInputSchema = z.object({ id: z.uuid(), version: z.number().int().positive() });
