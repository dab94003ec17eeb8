import { at } from './adjacency';
import type { Division } from './cells';
import type { Pull } from './order';

/** Where a cell stands: pixels. */
export interface Frame {
  readonly top: number;
  readonly height: number;
}

/** For every cell, what draws its boxes from other groups. */
export function pullsOf(
  { cell, position, across, members }: Division,
  { middles, frames }: { readonly middles: Float64Array; readonly frames: readonly Frame[] },
): Pull[][] {
  const pulls = members.map((): Pull[] => []);
  const pull = (box: number, towards: number) => {
    const number = at(cell, box);
    const { top, height } = frames[number] ?? { top: 0, height: 1 };
    const share = (at(middles, towards) - top) / Math.max(1, height);
    pulls[number]?.push({ vertex: at(position, box), height: Math.max(-0.5, Math.min(1.5, share)) });
  };
  across.from.forEach((from, arrow) => {
    pull(from, at(across.to, arrow));
    pull(at(across.to, arrow), from);
  });
  return pulls;
}
