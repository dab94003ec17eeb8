import type { Observation } from '../observation';

/** An observation with the moment at which it counts: its own, clamped to be monotonic within its source. */
export interface PlacedObservation {
  /** ISO 8601, UTC, with milliseconds. */
  readonly at: string;
  readonly observation: Observation;
}

/** Adjacent observations with the same key, such as one commit seen on two branches: one revision. */
export interface Step {
  readonly key: string;
  readonly at: string;
  readonly observations: readonly Observation[];
}

/** Where an observation stands in history: by time, then by source. Times as in `PlacedObservation`. */
export interface Position {
  readonly at: string;
  readonly source: string;
}

export function comparePositions(a: Position, b: Position): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return 0;
}

export function positionOf({ at, observation }: PlacedObservation): Position {
  return { at, source: observation.source };
}

/**
 * Leaves out what no longer counts after the rewinds of `Observation.rewoundTo`.
 * @param observations in the order in which they were appended.
 * @returns by source, in causal order.
 */
export function liveObservations(observations: Iterable<Observation>): Map<string, Observation[]> {
  const bySource = new Map<string, Observation[]>();
  for (const observation of observations) {
    const live = bySource.get(observation.source) ?? [];
    bySource.set(observation.source, live);
    const { rewoundTo } = observation;
    if (rewoundTo !== undefined) {
      const last = live.findLastIndex(({ key }) => key === rewoundTo);
      live.length = last + 1;
    }
    live.push(observation);
  }
  return bySource;
}

/**
 * Places the observations of one source in time.
 * @param observations in causal order.
 * @param notBefore the moment of the source's last observation before these.
 * @returns what is of the past first, so that at one moment it stays before what follows from it.
 */
export function placeInTime(
  observations: Iterable<Observation>,
  notBefore = '0000-01-01T00:00:00.000Z',
): PlacedObservation[] {
  let latest = notBefore;
  const past: PlacedObservation[] = [];
  const others: PlacedObservation[] = [];
  for (const observation of observations) {
    const at = new Date(observation.at).toISOString();
    if (at > latest) latest = at;
    if (observation.isPast) past.push({ at, observation });
    else others.push({ at: latest, observation });
  }
  return [...past, ...others];
}

/** The order of history: causal within a source, then by time, then by source. */
export function mergeHistory(sources: Iterable<readonly PlacedObservation[]>): PlacedObservation[] {
  return [...sources].flat().sort((a, b) => comparePositions(positionOf(a), positionOf(b)));
}

/** Groups ordered observations into the steps of which each may become a revision. */
export function groupSteps(ordered: Iterable<PlacedObservation>): Step[] {
  const steps: { key: string; at: string; observations: Observation[] }[] = [];
  for (const { at, observation } of ordered) {
    const last = steps.at(-1);
    if (last?.key === observation.key) last.observations.push(observation);
    else steps.push({ key: observation.key, at, observations: [observation] });
  }
  return steps;
}
