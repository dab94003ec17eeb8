/** A piece of a text, and whether it matched. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/**
 * Cuts the part of `text` from `start` to `end` into matched and other pieces. `ranges` are spans in the whole text,
 * end exclusive, in any order; the pieces joined are the part.
 */
export function highlight(
  text: string,
  ranges: readonly (readonly [number, number])[],
  start = 0,
  end = text.length,
): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, to: number, isMatch: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), isMatch });
  };
  let at = start;
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    const first = Math.min(Math.max(from, at), end);
    const last = Math.min(Math.max(to, first), end);
    add(at, first, false);
    add(first, last, true);
    at = Math.max(at, last);
  }
  add(at, end, false);
  return pieces;
}
