/** Characters in one property. Whole requests stay far below what servers take. */
export const PIECE = 256 * 1024;

/** Cuts a text into pieces that are valid texts themselves. Never empty. */
export function pieces(text: string): string[] {
  const cut: string[] = [];
  for (let from = 0; from < text.length || from === 0; ) {
    const isSplit = isHighSurrogate(text.charCodeAt(from + PIECE - 1));
    const until = from + PIECE - (isSplit ? 1 : 0);
    cut.push(text.slice(from, until));
    from = until;
  }
  return cut;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/** JSON arrays of the items, each array of about the size of a piece. */
export function chunks(items: readonly unknown[]): string[] {
  const written: string[] = [];
  let open: string[] = [];
  let size = 0;
  for (const item of items) {
    const text = JSON.stringify(item);
    if (open.length > 0 && size + text.length > PIECE) {
      written.push(`[${open.join(',')}]`);
      open = [];
      size = 0;
    }
    open.push(text);
    size += text.length;
  }
  return open.length === 0 ? written : [...written, `[${open.join(',')}]`];
}

/** Lists of at most so many items each. */
export function groups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
