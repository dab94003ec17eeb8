import type { Observation } from '@karma/core';
import { type Source, type SourceProblem, SourceUnavailableError } from '@karma/sources';
import { NO_PROGRESS, type Progress, type ProgressBySource } from './progress';
import type { IngestProgress, SourceReport } from './report';

/** What a source brought, not yet in the log. */
export interface Arrival {
  readonly source: string;
  readonly observations: readonly Observation[];
  /** The source's cursor once this observation, the last of its batch, is in the log. */
  readonly cursors: ReadonlyMap<Observation, string>;
  /** The cursor after all of it; `null` when it brought nothing at all. */
  readonly cursor: string | null;
  /** It is no longer configured: this takes out what it brought. */
  readonly retired: boolean;
}

export interface Observing {
  readonly progress: ProgressBySource;
  /** By source what it could not read when it last told; kept current. */
  readonly problems: Map<string, readonly SourceProblem[]>;
  /** Takes the contents that a batch brought. */
  keep(contents: ReadonlyMap<string, string>): Promise<void>;
  onProgress(progress: IngestProgress): void;
  readonly signal?: AbortSignal | undefined;
}

/** Most of the time is spent waiting: for Git hosts, and for the rates of AWS, which each account has for itself. */
const AT_ONCE = 8;

interface Observed {
  readonly arrival: Arrival;
  readonly report: SourceReport;
}

/**
 * Asks every source what is new, several at a time. One that fails does not keep the others from going on. The answer
 * is in the order of the sources, and nothing goes on once it is given.
 */
export async function observeSources(
  sources: readonly Source[],
  observing: Observing,
): Promise<{ readonly arrivals: readonly Arrival[]; readonly reports: readonly SourceReport[] }> {
  const observed: Observed[] = [];
  const keep = oneByOne(observing.keep);
  const waiting = sources.entries();
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    for (const [index, source] of waiting)
      observed[index] = await observeSource(source, { ...observing, keep });
  });
  for (const lane of await Promise.allSettled(lanes)) if (lane.status === 'rejected') throw lane.reason;
  return {
    arrivals: observed.map(({ arrival }) => arrival),
    reports: observed.map(({ report }) => report),
  };
}

function oneByOne(keep: Observing['keep']): Observing['keep'] {
  let last: Promise<void> = Promise.resolve();
  return (contents) => {
    last = last.catch(() => {}).then(() => keep(contents));
    return last;
  };
}

async function observeSource(
  source: Source,
  { progress, problems, keep, onProgress, signal }: Observing,
): Promise<Observed> {
  const { name } = source;
  const known = progress.get(name) ?? NO_PROGRESS;
  const start = performance.now();
  const observations: Observation[] = [];
  const cursors = new Map<Observation, string>();
  let cursor: string | null = null;
  let error: SourceReport['error'] = null;
  try {
    const since = known.retired ? undefined : (known.cursor ?? undefined);
    for await (const batch of source.observe(since, signal)) {
      signal?.throwIfAborted();
      await keep(batch.contents);
      observations.push(...batch.observations);
      cursor = batch.cursor;
      problems.set(name, batch.problems);
      const last = batch.observations.at(-1);
      if (last) cursors.set(last, batch.cursor);
      onProgress({ phase: 'observe', source: name, done: observations.length, total: batch.total });
    }
  } catch (cause) {
    signal?.throwIfAborted();
    error = explainFailure(cause);
  }
  const fresh = withoutKnown(observations, cursors, known);
  const stands = cursor ?? known.cursor;
  return {
    arrival: { source: name, observations: fresh, cursors, cursor, retired: false },
    report: {
      name,
      state: error ? 'failed' : 'ok',
      observations: fresh.length,
      error,
      problems: problems.get(name) ?? [],
      position: stands === null ? null : source.position(stands),
      durationMs: performance.now() - start,
    },
  };
}

/** What to tell people of a failure, and what they can do. */
export function explainFailure(cause: unknown): { readonly reason: string; readonly remedy: string } {
  if (cause instanceof SourceUnavailableError) return { reason: cause.reason, remedy: cause.remedy };
  return {
    reason: cause instanceof Error ? cause.message : String(cause),
    remedy: 'This was not foreseen. The next sync tries again; please report it if it stays.',
  };
}

/**
 * After a crash the log may hold observations that the cursor does not cover: they come again, and are left out. Where
 * they do not come again, the history was rewritten meanwhile.
 */
function withoutKnown(
  observations: readonly Observation[],
  cursors: Map<Observation, string>,
  { coveredKey, lastKey, retired }: Progress,
): readonly Observation[] {
  const [first, ...rest] = observations;
  if (!first || (lastKey === coveredKey && !retired)) return observations;
  const again = retired ? -1 : observations.findIndex(({ key }) => key === lastKey);
  if (again !== -1) return observations.slice(again + 1);
  const rewinding: Observation = { ...first, rewoundTo: first.rewoundTo ?? (retired ? '' : coveredKey) };
  const cursor = cursors.get(first);
  if (cursor !== undefined) cursors.set(rewinding, cursor);
  return [rewinding, ...rest];
}
