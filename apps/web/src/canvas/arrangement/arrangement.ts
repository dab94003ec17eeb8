import type { Position, Positions } from '@karma/layout';

/** Where things stand in one space, and which of them people put there. */
export interface Arrangement {
  /** Everything that ever stood here, on the map now or filtered out: it comes back where it was. */
  readonly places: Positions;
  readonly pins: ReadonlySet<string>;
}

/** An arrangement, and the ways back and forth from it. */
export interface Steps {
  readonly now: Arrangement;
  readonly past: readonly Arrangement[];
  readonly future: readonly Arrangement[];
  /** Grows whenever everything may have moved at once: by tidying up, undoing, redoing. */
  readonly turns: number;
}

export const NOTHING_PLACED: Steps = {
  now: { places: new Map(), pins: new Set() },
  past: [],
  future: [],
  turns: 0,
};

/** Steps back that are kept. */
const MOST_STEPS = 20;

function step(steps: Steps, now: Arrangement, turns = 0): Steps {
  const past = [...steps.past, steps.now].slice(-MOST_STEPS);
  return { now, past, future: [], turns: steps.turns + turns };
}

/** Takes in what was placed in addition. No step of its own: what stood before stands where it was. */
export function settle(steps: Steps, placed: Positions): Steps {
  return { ...steps, now: { ...steps.now, places: new Map([...steps.now.places, ...placed]) } };
}

/** Everything anew. What is not on the map now is forgotten, except where it is pinned. */
export function tidied(steps: Steps, placed: Positions): Steps {
  const { places, pins } = steps.now;
  const pinned = [...pinnedPlaces(places, pins)];
  return step(steps, { pins, places: new Map([...pinned, ...placed]) }, 1);
}

/** Puts one there, for good. */
export function pinned(steps: Steps, id: string, place: Position): Steps {
  const { places, pins } = steps.now;
  return step(steps, { places: new Map([...places, [id, place]]), pins: new Set([...pins, id]) });
}

/** Lets one go, or all of them: they stay until everything is tidied up. */
export function unpinned(steps: Steps, id?: string): Steps {
  const { places, pins } = steps.now;
  const kept = id === undefined ? [] : [...pins].filter((each) => each !== id);
  return step(steps, { places, pins: new Set(kept) });
}

export function undone(steps: Steps): Steps {
  const now = steps.past.at(-1);
  if (!now) return steps;
  return { now, past: steps.past.slice(0, -1), future: [steps.now, ...steps.future], turns: steps.turns + 1 };
}

export function redone(steps: Steps): Steps {
  const [now, ...future] = steps.future;
  return now ? { now, past: [...steps.past, steps.now], future, turns: steps.turns + 1 } : steps;
}

export function pinnedPlaces(places: Positions, pins: ReadonlySet<string>): Positions {
  return new Map([...places].filter(([id]) => pins.has(id)));
}
