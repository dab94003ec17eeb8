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

/** As a map names its towns: the labels in their order, each only where it covers none before it and none of `taken`. */
export function withoutOverlap<L extends Label>(
  labels: Iterable<L>,
  taken: readonly Label[],
  most: number,
): L[] {
  const kept: L[] = [];
  const cells = new Map<string, Label[]>();
  const occupy = (label: Label) => {
    for (const key of cellsOf(label)) cells.set(key, [...(cells.get(key) ?? []), label]);
  };
  taken.forEach(occupy);
  for (const label of labels) {
    if (kept.length === most) break;
    if (cellsOf(label).some((key) => cells.get(key)?.some((other) => overlaps(label, other)))) continue;
    kept.push(label);
    occupy(label);
  }
  return kept;
}

function cellsOf({ x, y, width }: Label): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(x / CELL); column * CELL <= x + width; column++)
    for (let row = Math.floor(y / CELL); row * CELL <= y + LABEL_HEIGHT; row++) keys.push(`${column} ${row}`);
  return keys;
}

const overlaps = (a: Label, b: Label) =>
  a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < LABEL_HEIGHT;
