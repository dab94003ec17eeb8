/**
 * Width of a text in pixels, at most: no font that may stand in for the wished one runs wider by much. There is
 * nothing to measure with where this runs.
 */
export function textWidth(text: string, size: number, isBold = false): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size * (isBold ? 1.1 : 1);
}

/** In em, those of wide sans-serifs such as Verdana and DejaVu Sans. */
function widthOf(character: string): number {
  if (/[ijlI.,:;'|!]/.test(character)) return 0.34;
  if (/[ frt()[\]\-/]/.test(character)) return 0.42;
  if (/[mwMW@%]/.test(character)) return 0.96;
  if (/[A-Z]/.test(character)) return 0.7;
  if (/[\u0020-\u024F]/.test(character)) return 0.62;
  return 1;
}

export interface Fit {
  readonly size: number;
  readonly room: number;
  readonly lines: number;
  readonly isBold?: boolean;
}

/** The text in so many lines as it may have, broken where names break; what is too long ends in an ellipsis. */
export function fitText(text: string, { size, room, lines, isBold = false }: Fit): string[] {
  const fits = (part: string) => textWidth(part, size, isBold) <= room;
  if (fits(text)) return [text];
  const characters = [...text];
  const longest = (mark: string) => {
    let end = characters.length;
    while (end > 1 && !fits(characters.slice(0, end).join('') + mark)) end -= 1;
    return end;
  };
  if (lines === 1) return [`${characters.slice(0, longest('…')).join('')}…`];
  const end = longest('');
  const seam = characters.slice(0, end).findLastIndex((character) => /[-._/ ]/.test(character)) + 1;
  const cut = seam > end / 2 ? seam : end;
  return [
    characters.slice(0, cut).join(''),
    ...fitText(characters.slice(cut).join(''), { size, room, lines: lines - 1, isBold }),
  ];
}
