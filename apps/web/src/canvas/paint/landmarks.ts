/** A name that may be written on the map, on screen pixels. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Room that a label takes, with the air around it. */
export const LABEL_HEIGHT = 18;
const CELL = 64;

/**
 * As a map names its towns: the labels in their order, each only where it covers none before it and none of `taken`, and
 * leaves `air` pixels between.
 */
export function withoutOverlap<L extends Label>(
  labels: Iterable<L>,
  taken: readonly Label[],
  most: number,
  air = 0,
): L[] {
  const kept: L[] = [];
  const cells = new Map<string, Label[]>();
  const occupy = (label: Label) => {
    for (const key of cellsOf(label)) cells.set(key, [...(cells.get(key) ?? []), label]);
  };
  taken.forEach(occupy);
  for (const label of labels) {
    if (kept.length === most) break;
    const isCovering = (other: Label) => overlaps(label, other, air);
    if (cellsOf(label, air).some((key) => cells.get(key)?.some(isCovering))) continue;
    kept.push(label);
    occupy(label);
  }
  return kept;
}

function cellsOf({ x, y, width }: Label, air = 0): string[] {
  const [left, right] = [x - air, x + width + air];
  const [top, bottom] = [y - air, y + LABEL_HEIGHT + air];
  const keys: string[] = [];
  for (let column = Math.floor(left / CELL); column * CELL <= right; column++)
    for (let row = Math.floor(top / CELL); row * CELL <= bottom; row++) keys.push(`${column} ${row}`);
  return keys;
}

const overlaps = (a: Label, b: Label, air: number) =>
  a.x < b.x + b.width + air && b.x < a.x + a.width + air && Math.abs(a.y - b.y) < LABEL_HEIGHT + air;
