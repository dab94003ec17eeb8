import { type Successors, stronglyConnected } from './cycles';

/** Reach of up to this many components is counted exactly, beyond that to about a quarter. */
const SAMPLES = 24;

/**
 * By ordinal, about how many components it reaches downstream, itself included. Each component gets a random rank; the
 * smallest ranks in a reached set tell its size (Cohen, "Size-estimation framework", 1997), and are found for all
 * components in one pass over the dependencies.
 */
export function estimateReach(consumers: Successors): Float64Array {
  const { capacity, next } = consumers;
  const estimates = new Float64Array(capacity);
  const samples: (readonly number[])[] = [];
  for (const group of stronglyConnected(consumers)) {
    let smallest: readonly number[] = group
      .map(rank)
      .sort((a, b) => a - b)
      .slice(0, SAMPLES);
    for (const ordinal of group) {
      for (const consumer of next(ordinal)) {
        const theirs = samples[consumer];
        if (theirs) smallest = mergeSmallest(smallest, theirs);
      }
    }
    const largest = smallest.at(-1) ?? 1;
    const estimate = smallest.length < SAMPLES ? smallest.length : (SAMPLES - 1) / largest;
    for (const ordinal of group) {
      samples[ordinal] = smallest;
      estimates[ordinal] = Math.max(estimate, group.length);
    }
  }
  return estimates;
}

/** Spreads ordinals evenly over 0 to 1, each to another place: the same in every run. */
function rank(ordinal: number): number {
  let bits = Math.imul(ordinal + 1, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}

/** The smallest of two sorted lists, each value once. */
function mergeSmallest(a: readonly number[], b: readonly number[]): number[] {
  const merged: number[] = [];
  let i = 0;
  let j = 0;
  while (merged.length < SAMPLES) {
    const left = a[i] ?? Number.POSITIVE_INFINITY;
    const right = b[j] ?? Number.POSITIVE_INFINITY;
    const smaller = Math.min(left, right);
    if (smaller === Number.POSITIVE_INFINITY) break;
    merged.push(smaller);
    if (left === smaller) i++;
    if (right === smaller) j++;
  }
  return merged;
}
