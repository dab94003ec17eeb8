import { z } from 'zod';

export const sourceStatusSchema = z.object({
  name: z.string(),
  kind: z.enum(['git', 'modules', 'parameters', 'state', 'reports', 'configuration']),
  /** Where it reads: a path, an URL without credentials, a branch. */
  location: z.string(),
  /** Milliseconds between two looks while all is well. */
  everyMs: z.number(),
  state: z.enum(['never', 'syncing', 'ok', 'failed']),
  /** When it was last asked, and when it last answered. */
  lastAttemptAt: z.string().nullable(),
  lastSyncAt: z.string().nullable(),
  /** How long asking it last took, in milliseconds. */
  durationMs: z.number().nullable(),
  /** When it is asked next; in the past: as soon as can be. */
  nextAttemptAt: z.string().nullable(),
  /** Since when the data is stale, when the last sync failed. */
  staleSince: z.string().nullable(),
  error: z.object({ reason: z.string(), remedy: z.string() }).nullable(),
  /** Where it stands, for people: `3f2a1bc`, `128 parameters`. */
  cursor: z.string().nullable(),
  /** What it holds and cannot read; what was last read well of that still counts. */
  problems: z
    .array(
      z.object({ file: z.string(), line: z.number().nullable(), reason: z.string(), remedy: z.string() }),
    )
    .readonly(),
});

/** How a source is doing, for people. Times are ISO 8601, UTC. */
export type SourceStatus = Readonly<z.infer<typeof sourceStatusSchema>>;

/** Whether there is anything worth telling: that all is still well is not. */
export function isNews(before: readonly SourceStatus[], after: readonly SourceStatus[]): boolean {
  return newsOf(before) !== newsOf(after);
}

function newsOf(statuses: readonly SourceStatus[]): string {
  return JSON.stringify(
    statuses.map(({ lastAttemptAt: _, lastSyncAt, durationMs: __, nextAttemptAt: ___, ...rest }) => ({
      ...rest,
      isNew: lastSyncAt === null,
    })),
  );
}
