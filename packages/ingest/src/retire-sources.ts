import { contentHash, liveObservations, type Observation } from '@karma/core';
import type { RevisionLog } from '@karma/store';
import type { Arrival } from './observe-sources';
import type { ProgressBySource } from './progress';

/** Takes out of the world what sources brought that are no longer configured. */
export async function retireSources(
  log: Pick<RevisionLog, 'observations'>,
  configured: ReadonlySet<string>,
  progress: ProgressBySource,
  clock: () => Date,
): Promise<readonly Arrival[]> {
  const leaving = new Set(
    [...progress].filter(([name, { retired }]) => !retired && !configured.has(name)).map(([name]) => name),
  );
  if (leaving.size === 0) return [];
  const theirs: Observation[] = [];
  for await (const observation of log.observations()) {
    if (leaving.has(observation.source)) theirs.push(observation);
  }
  const now = clock().toISOString();
  return Array.from(liveObservations(theirs), ([source, observations]): Arrival => {
    const subjects = new Set(observations.flatMap(({ changes }) => changes.map(({ subject }) => subject)));
    const retirement: Observation = {
      source,
      key: `config:retired-${contentHash(`${source} ${now}`)}`,
      actor: null,
      at: now,
      message: `${source} is no longer configured`,
      observedAt: now,
      changes: Array.from(subjects, (subject) => ({ subject, hash: null })),
    };
    return { source, observations: [retirement], cursors: new Map(), cursor: null, retired: true };
  });
}
