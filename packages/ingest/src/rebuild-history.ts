import {
  createWorld,
  groupSteps,
  liveObservations,
  mergeHistory,
  type Observation,
  type PlacedObservation,
  placeInTime,
  type Revision,
  type Step,
  type Subject,
} from '@karma/core';
import type { RevisionLog } from '@karma/store';
import { type Advancing, boundedGroups, projectSteps } from './advance-history';
import { entriesOf, Projection } from './projection';

const PAGE = 500;

/**
 * Takes in observations of which some belong before the end of history, or take back part of it: goes back to the last
 * step that stays, and replaces what follows by a new generation, in one write.
 * @returns the projection at the new end, and how many revisions follow the kept ones.
 */
export async function rebuildHistory(
  log: RevisionLog,
  arrived: { readonly observations: readonly Observation[]; readonly cursors: ReadonlyMap<string, string> },
  { projection, contents, writer, advanceOf, onProgress, signal }: Advancing,
): Promise<{ projection: Projection; revisions: number }> {
  await writer.write();
  const stored: Observation[] = [];
  for await (const observation of log.observations()) stored.push(observation);
  const before = groupSteps(historyOf(stored));
  const ordered = historyOf([...stored, ...arrived.observations]);
  const after = groupSteps(ordered);
  const kept = commonLength(before, after);
  const oldTail = before.slice(kept);
  const newTail = after.slice(kept);

  const world = createWorld(contents.read);
  for (const { observations } of after.slice(0, kept)) {
    for (const observation of observations) world.observe(observation);
  }
  const touched = new Set([...subjectsOf(oldTail), ...subjectsOf(newTail)]);
  const rewound = await Projection.at(world, projection, touched, contents);
  const keepUntil = await lastKept(log, writer.head.revision, oldTail);

  const revisions: Revision[] = [];
  let done = 0;
  for (const steps of boundedGroups(newTail)) {
    signal?.throwIfAborted();
    const number = keepUntil + revisions.length;
    revisions.push(...(await projectSteps(steps, { projection: rewound, contents, number })));
    contents.trim();
    done += steps.length;
    onProgress({ phase: 'project', source: null, done, total: newTail.length });
  }
  const isNew = new Set(arrived.observations);
  for (const placed of ordered) {
    if (isNew.has(placed.observation)) writer.advance(placed.observation, advanceOf(placed));
  }
  // All is written at once, so each source then stands where it was left.
  for (const [source, cursor] of arrived.cursors) writer.setCursor(source, cursor);
  rewound.takeEntries();
  const { observations } = arrived;
  await writer.rebuild(keepUntil, { observations, entries: entriesOf(world, touched), revisions });
  return { projection: rewound, revisions: revisions.length };
}

function historyOf(observations: Iterable<Observation>): PlacedObservation[] {
  return mergeHistory([...liveObservations(observations).values()].map((live) => placeInTime(live)));
}

function commonLength(before: readonly Step[], after: readonly Step[]): number {
  const differs = (step: Step, index: number) => {
    const other = after[index];
    return (
      other?.at !== step.at ||
      other.observations.length !== step.observations.length ||
      step.observations.some((observation, i) => observation !== other.observations[i])
    );
  };
  const first = before.findIndex(differs);
  return first === -1 ? before.length : first;
}

function subjectsOf(steps: readonly Step[]): Subject[] {
  return steps
    .flatMap(({ observations }) => observations)
    .flatMap(({ changes }) => changes)
    .map(({ subject }) => subject);
}

/** Number of the last revision that no dropped step made: goes back from the head through those that one did. */
async function lastKept(log: RevisionLog, head: number, dropped: readonly Step[]): Promise<number> {
  let last = head;
  let remaining = dropped.length;
  while (last > 0 && remaining > 0) {
    const page = await log.revisions({ before: last + 1, limit: PAGE });
    if (page.length === 0) return 0;
    for (const { key, at, number } of page) {
      const made = dropped.findLastIndex(
        (step, index) => index < remaining && step.key === key && step.at === at,
      );
      if (made === -1) return number;
      remaining = made;
      last = number - 1;
    }
  }
  return last;
}
