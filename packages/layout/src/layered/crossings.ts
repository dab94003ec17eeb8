import { type Arrows, at } from './adjacency';

// Plain loops over typed arrays: hundreds of millions of pairs go through here.

/**
 * Counts crossings of arrows drawn straight from middle to middle; to touch is to cross, so that a mirrored picture
 * has as many. Arrows that share an end do not cross.
 */
export interface Crossings {
  /** Must be told when an end of the arrow has moved. */
  refresh(arrow: number): void;
  /** How many of `others` the arrow crosses. */
  count(arrow: number, others: Int32Array): number;
  /** Pairs of arrows looked at so far: what the work costs, without a clock. */
  readonly looks: () => number;
}

/** @param x and `y`: the middle of every box; read anew at each count. */
export function crossingsAmong({ from, to }: Arrows, x: Float64Array, y: Float64Array): Crossings {
  const left = new Float64Array(from.length);
  const right = new Float64Array(from.length);
  const top = new Float64Array(from.length);
  const bottom = new Float64Array(from.length);
  let looks = 0;

  function refresh(arrow: number): void {
    const [a, b] = [at(from, arrow), at(to, arrow)];
    left[arrow] = Math.min(at(x, a), at(x, b));
    right[arrow] = Math.max(at(x, a), at(x, b));
    top[arrow] = Math.min(at(y, a), at(y, b));
    bottom[arrow] = Math.max(at(y, a), at(y, b));
  }

  for (let arrow = 0; arrow < from.length; arrow++) refresh(arrow);
  return {
    refresh,
    count(arrow, others) {
      const a = from[arrow] ?? 0;
      const b = to[arrow] ?? 0;
      const least = left[arrow] ?? 0;
      const most = right[arrow] ?? 0;
      const highest = top[arrow] ?? 0;
      const lowest = bottom[arrow] ?? 0;
      const ax = x[a] ?? 0;
      const ay = y[a] ?? 0;
      const bx = x[b] ?? 0;
      const by = y[b] ?? 0;
      let count = 0;
      looks += others.length;
      for (let index = 0; index < others.length; index++) {
        const other = others[index] ?? 0;
        if ((bottom[other] ?? 0) < highest || (top[other] ?? 0) > lowest) continue;
        if ((right[other] ?? 0) < least || (left[other] ?? 0) > most) continue;
        const c = from[other] ?? 0;
        const d = to[other] ?? 0;
        if (a === c || a === d || b === c || b === d) continue;
        const cx = x[c] ?? 0;
        const cy = y[c] ?? 0;
        const dx = x[d] ?? 0;
        const dy = y[d] ?? 0;
        if (side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) > 0) continue;
        if (side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) <= 0) count += 1;
      }
      return count;
    },
    looks: () => looks,
  };
}

/** On which side of the line from a to b the point c lies: above or below 0; 0 on the line. */
function side(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}
