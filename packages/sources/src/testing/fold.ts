import type { Observation } from '@karma/core';
import type { Batch, Source } from '../source';

export interface Observed {
  readonly batches: Batch[];
  readonly observations: Observation[];
  readonly contents: Map<string, string>;
  readonly cursor: string | undefined;
}

/** Observes to the end. */
export async function observeAll(source: Source, cursor?: string): Promise<Observed> {
  const batches: Batch[] = [];
  for await (const batch of source.observe(cursor)) batches.push(batch);
  return {
    batches,
    observations: batches.flatMap((batch) => batch.observations),
    contents: new Map(batches.flatMap((batch) => [...batch.contents])),
    cursor: batches.at(-1)?.cursor ?? cursor,
  };
}

/** What the world holds after several runs of one source: content by subject, rewinding where told to. */
export function fold(...runs: readonly Observed[]): Record<string, string> {
  let counted: Observation[] = [];
  const contents = new Map(runs.flatMap((run) => [...run.contents]));
  for (const observation of runs.flatMap((run) => run.observations)) {
    const { rewoundTo } = observation;
    if (rewoundTo !== undefined) {
      const kept = counted.findIndex(({ key }) => key === rewoundTo);
      if (rewoundTo !== '' && kept < 0) throw new Error(`Rewound to ${rewoundTo}, which was never observed`);
      counted = counted.slice(0, kept + 1);
    }
    counted.push(observation);
  }
  const world = new Map<string, string>();
  for (const { subject, hash } of counted.flatMap(({ changes }) => changes)) {
    if (hash === null) world.delete(subject);
    else world.set(subject, contents.get(hash) ?? `no content for ${hash}`);
  }
  return Object.fromEntries([...world].sort(([a], [b]) => (a < b ? -1 : 1)));
}
