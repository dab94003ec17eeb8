import { PIECE } from './pieces';

/** How many texts are read at once while nothing is known of their sizes: some 10 MB when all are whole pieces. */
export const PAGE = 40;
const MOST = 400;

/** How many to read after a page of these: small ones are read many at a time. */
export function nextPage(texts: readonly string[]): number {
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  const fitting = Math.floor((texts.length * PAGE * PIECE) / Math.max(1, characters));
  return Math.min(MOST, Math.max(PAGE, fitting));
}
