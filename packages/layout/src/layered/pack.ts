/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Columns beside the centre's that are tried; more of them lengthen the arrows. */
const ASIDE = [1, 2, 4] as const;

interface Column {
  width: number;
  height: number;
  readonly members: number[];
}

/**
 * Packs rectangles into columns of about equal height, around the one in the `centre` (the most connected), which has
 * a column of its own, so that arrows to it pass over as little as possible. Upper left corners, from 0.
 * @param shape width over height that the whole should come near to.
 */
export function pack(sizes: readonly Size[], centre: number, gap: number, shape: number): readonly Corner[] {
  const distortion = ({ width, height }: Size) => Math.abs(Math.log(width / height / shape));
  const [best] = ASIDE.map((aside) => inColumns(sizes, columnsOf(sizes, centre, aside, gap), gap)).sort(
    (a, b) => distortion(a) - distortion(b),
  );
  return best?.corners ?? [];
}

/** The centre's column, and `aside` others to its left and right. */
function columnsOf(sizes: readonly Size[], centre: number, aside: number, gap: number): Column[] {
  const columns = Array.from({ length: aside }, (): Column => ({ width: 0, height: 0, members: [] }));
  const add = (column: Column | undefined, index: number) => {
    const size = sizes[index];
    if (!column || !size) return;
    column.members.push(index);
    column.width = Math.max(column.width, size.width);
    column.height += size.height + gap;
  };
  const tallestFirst = [...sizes.keys()]
    .filter((index) => index !== centre)
    .sort((a, b) => (sizes[b]?.height ?? 0) - (sizes[a]?.height ?? 0) || a - b);
  for (const index of tallestFirst) {
    add(
      columns.reduce((least, column) => (column.height < least.height ? column : least)),
      index,
    );
  }
  const middle: Column = { width: 0, height: 0, members: [] };
  add(middle, centre);
  columns.splice(aside >> 1, 0, middle);
  return columns.filter(({ members }) => members.length > 0);
}

function inColumns(
  sizes: readonly Size[],
  columns: readonly Column[],
  gap: number,
): Size & { corners: Corner[] } {
  const height = Math.max(0, ...columns.map((column) => column.height));
  const corners: Corner[] = [];
  let x = 0;
  for (const column of columns) {
    let y = Math.round((height - column.height) / 2);
    for (const index of column.members) {
      corners[index] = { x, y };
      y += (sizes[index]?.height ?? 0) + gap;
    }
    x += column.width + gap;
  }
  return { width: x, height, corners };
}
