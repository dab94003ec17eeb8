import { comparePositions, mergeHistory, placeInTime, positionOf } from '@karma/core';
import type { Source } from '@karma/sources';
import { ConflictError, type Head, type Store } from '@karma/store';
import { type Advancing, advanceHistory } from './advance-history';
import { Contents } from './contents';
import { LazyLease, type LeaseOptions } from './lease';
import { loadProjection } from './load-projection';
import { type Arrival, type Observing, observeSources } from './observe-sources';
import { endOfHistory, NO_PROGRESS, readProgress } from './progress';
import type { Projection } from './projection';
import { rebuildHistory } from './rebuild-history';
import type { IngestProgress, IngestReport } from './report';
import { retireSources } from './retire-sources';
import { Writer } from './writer';

export interface IngestOptions extends Pick<LeaseOptions, 'holder' | 'isGone'> {
  readonly store: Store;
  readonly clock: () => Date;
}

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Which sources are asked this time; the others keep what they brought. Left out: all. */
  readonly isDue?: (source: string) => boolean;
}

export interface Ingest {
  /**
   * Takes in what is new at these sources; what others brought before leaves the graph. What was written stays when it is aborted or the process dies; the next run
   * goes on from there. Runs of one ingest must not overlap.
   * @throws LeaseHeldError when another process goes on writing. Sources that fail are told in the report.
   */
  run(sources: readonly Source[], options?: RunOptions): Promise<IngestReport>;
}

/** Between runs it keeps world and graph in memory, so that a small change costs what it touches. */
export function createIngest({ store, holder, isGone, clock }: IngestOptions): Ingest {
  const { log } = store;
  const contents = new Contents(log);
  const problems: Observing['problems'] = new Map();
  let warm: { readonly head: Head; readonly projection: Projection } | undefined;

  const projectionAt = async (head: Head): Promise<Projection> => {
    const isCurrent =
      warm?.head.generation === head.generation && warm.head.observations === head.observations;
    return warm && isCurrent ? warm.projection : loadProjection(log, contents);
  };

  const run = async (
    sources: readonly Source[],
    lease: LazyLease,
    { signal, onProgress = () => {}, isDue = () => true }: RunOptions,
  ): Promise<IngestReport> => {
    const start = await log.head();
    const writer = new Writer(log, lease, start, readProgress(await log.cursors()));
    const due = sources.filter(({ name }) => isDue(name));
    const { arrivals, reports } = await observeSources(due, {
      progress: writer.progress,
      problems,
      keep: async (brought) => {
        contents.hold(brought);
        if (await writer.keep(brought)) contents.trim();
      },
      onProgress,
      signal,
    });
    const retired = await retireSources(
      log,
      new Set(sources.map(({ name }) => name)),
      writer.progress,
      clock,
    );
    const all = [...arrivals, ...retired];
    const observed = all.reduce((sum, { observations }) => sum + observations.length, 0);
    const report = { observations: observed, revisions: 0, rebuilt: false, sources: reports };
    if (observed > 0) Object.assign(report, await project(writer, all, { signal, onProgress }));
    for (const [source, cursor] of lastCursors(arrivals)) writer.setCursor(source, cursor);
    if (writer.hasMoved) {
      await writer.write();
      if (warm) warm = { ...warm, head: writer.head };
    }
    return { ...report, head: writer.head };
  };

  const project = async (
    writer: Writer,
    arrivals: readonly Arrival[],
    { signal, onProgress = () => {} }: RunOptions,
  ) => {
    onProgress({ phase: 'load', source: null, done: 0, total: null });
    const projection = await projectionAt(writer.head);
    warm = undefined;
    const cursors = new Map(arrivals.flatMap((arrival) => [...arrival.cursors]));
    const retired = new Set(arrivals.filter((arrival) => arrival.retired).map(({ source }) => source));
    const advancing: Advancing = {
      projection,
      contents,
      writer,
      advanceOf: ({ at, observation }) => ({
        at,
        cursor: cursors.get(observation),
        retired: retired.has(observation.source),
      }),
      onProgress,
      signal,
    };
    const ordered = mergeHistory(
      arrivals.map(({ source, observations }) =>
        placeInTime(observations, (writer.progress.get(source) ?? NO_PROGRESS).at),
      ),
    );
    const [first] = ordered;
    const isLate =
      ordered.some(({ observation: { rewoundTo, isPast } }) => rewoundTo !== undefined || isPast) ||
      (first !== undefined && comparePositions(positionOf(first), endOfHistory(writer.progress)) < 0);
    if (!isLate) {
      const revisions = await advanceHistory(ordered, advancing);
      warm = { head: writer.head, projection };
      return { revisions, rebuilt: false };
    }
    const observations = arrivals.flatMap((arrival) => arrival.observations);
    const rebuilt = await rebuildHistory(log, { observations, cursors: lastCursors(arrivals) }, advancing);
    warm = { head: writer.head, projection: rebuilt.projection };
    return { revisions: rebuilt.revisions, rebuilt: true };
  };

  const runUnderLease = async (sources: readonly Source[], options: RunOptions): Promise<IngestReport> => {
    const lease = new LazyLease(log, { holder, isGone, signal: options.signal });
    try {
      return await run(sources, lease, options);
    } finally {
      contents.trim();
      await lease.release();
    }
  };

  return {
    async run(sources, options = {}) {
      try {
        return await runUnderLease(sources, options);
      } catch (error) {
        // Another process wrote after this one had looked: look again.
        if (error instanceof ConflictError) return runUnderLease(sources, options);
        throw error;
      }
    },
  };
}

function lastCursors(arrivals: readonly Arrival[]): Map<string, string> {
  return new Map(arrivals.flatMap(({ source, cursor }) => (cursor === null ? [] : [[source, cursor]])));
}
