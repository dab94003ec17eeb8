import { groupSteps, type Observation, type PlacedObservation, type Revision, type Step } from '@karma/core';
import type { Contents } from './contents';
import type { Projection } from './projection';
import type { IngestProgress } from './report';
import type { Advance, Writer } from './writer';

/** Bounds of one write. */
const MAX_STEPS = 200;
const MAX_CHANGES = 5000;

export interface Advancing {
  readonly projection: Projection;
  readonly contents: Contents;
  readonly writer: Writer;
  readonly advanceOf: (placed: PlacedObservation) => Advance;
  readonly onProgress: (progress: IngestProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Appends observations that all come after the end of history, in bounded writes of whole steps.
 * @returns how many revisions they made.
 */
export async function advanceHistory(
  ordered: readonly PlacedObservation[],
  { projection, contents, writer, advanceOf, onProgress, signal }: Advancing,
): Promise<number> {
  const start = writer.head.revision;
  const advances = new Map<Observation, Advance>();
  for (const placed of ordered) advances.set(placed.observation, advanceOf(placed));
  let done = 0;
  for (const steps of boundedGroups(groupSteps(ordered))) {
    signal?.throwIfAborted();
    const revisions = await projectSteps(steps, { projection, contents, number: writer.head.revision });
    const observations = steps.flatMap((step) => step.observations);
    for (const observation of observations) {
      const advance = advances.get(observation);
      if (advance) writer.advance(observation, advance);
    }
    await writer.append({ observations, entries: projection.takeEntries(), revisions });
    contents.trim();
    done += observations.length;
    onProgress({ phase: 'project', source: null, done, total: ordered.length });
  }
  return writer.head.revision - start;
}

/** Takes steps one after another. @param number of the revision before. */
export async function projectSteps(
  steps: readonly Step[],
  { projection, contents, number }: { projection: Projection; contents: Contents; number: number },
): Promise<Revision[]> {
  await contents.fetch(hashesOf(steps));
  const revisions: Revision[] = [];
  for (const step of steps) {
    const revision = await projection.take(step, number + revisions.length + 1);
    if (revision) revisions.push(revision);
  }
  return revisions;
}

function hashesOf(steps: readonly Step[]): string[] {
  return steps
    .flatMap(({ observations }) => observations)
    .flatMap(({ changes }) => changes)
    .flatMap(({ hash }) => hash ?? []);
}

export function* boundedGroups(steps: readonly Step[]): Iterable<Step[]> {
  let group: Step[] = [];
  let changes = 0;
  for (const step of steps) {
    group.push(step);
    for (const observation of step.observations) changes += observation.changes.length;
    if (group.length < MAX_STEPS && changes < MAX_CHANGES) continue;
    yield group;
    group = [];
    changes = 0;
  }
  if (group.length > 0) yield group;
}
