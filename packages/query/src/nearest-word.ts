import { closest, distance } from 'fastest-levenshtein';

/** The word that was probably meant: at most two letters are wrong, or it starts the same. */
export function nearestWord(text: string, words: readonly string[]): string | null {
  const start = words.find((word) => text.length > 1 && (word.startsWith(text) || text.startsWith(word)));
  if (start !== undefined) return start;
  const nearest = closest(text, words);
  return distance(text, nearest) <= Math.min(2, text.length - 1) ? nearest : null;
}

/** The name that was probably meant: at most two letters are wrong, or it begins with what was written. */
export function nearestName(text: string, names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const nearest = closest(text, names);
  if (distance(text, nearest) <= Math.min(2, text.length - 1)) return nearest;
  return names.find((name) => text.length > 2 && name.startsWith(text)) ?? null;
}
