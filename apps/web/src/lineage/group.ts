/** Puts items with the same number together, in order of the numbers; within a group the order stays. */
export function groupByNumber<T>(
  items: readonly T[],
  numberOf: (item: T) => number,
): { number: number; items: T[] }[] {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const number = numberOf(item);
    const group = groups.get(number);
    if (group) group.push(item);
    else groups.set(number, [item]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([number, members]) => ({ number, items: members }));
}

/** `-2` → `2 steps upstream`, `1` → `1 step downstream`. */
export function distanceWords(distance: number): string {
  const steps = Math.abs(distance);
  return `${steps} ${steps === 1 ? 'step' : 'steps'} ${distance < 0 ? 'upstream' : 'downstream'}`;
}
