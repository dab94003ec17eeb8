import { z } from 'zod';

/** How far a branch was observed. */
const cursorSchema = z.strictObject({
  /** The tip then; everything up to it is observed. */
  commit: z.string().regex(/^[0-9a-f]{40,64}$/),
  /** Date of the last step, seconds since 1970: later steps are never earlier. */
  seconds: z.number().int(),
  /** The commit that was observed as one whole tree, or `null` when history was observed from its beginning. */
  base: z.string().nullable(),
  /** What was looked for. When that changes, all is observed anew. */
  scope: z.string(),
});
export type Cursor = z.infer<typeof cursorSchema>;

/** @returns `undefined` when the text is no cursor of ours. */
export function parseCursor(text: string): Cursor | undefined {
  try {
    return cursorSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
