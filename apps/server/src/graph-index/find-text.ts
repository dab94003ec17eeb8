import type { ComponentId } from '@karma/core';
import uFuzzy from '@leeoniya/ufuzzy';

export interface TextHit {
  readonly id: ComponentId;
  /** Matched spans of the id, start and end. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** Typing errors are looked for only where nothing matches as written. */
const fuzzy = new uFuzzy({ intraMode: 1 });

/**
 * Finds ids that contain every word of a text, in any order, without case. The best first: nickname equal to the text,
 * then starting with it, then a word of it starting so, then the rest; the shorter first. Nothing found: those that
 * contain the text but for a typing error a word.
 */
export function findText(
  ids: readonly ComponentId[],
  query: { readonly text: string; readonly environment?: string | undefined; readonly limit: number },
): { readonly hits: readonly TextHit[]; readonly total: number } {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const prefix = query.environment === undefined ? '' : `${query.environment}/`;
  const found: { id: ComponentId; rank: number }[] = [];
  for (const id of ids) {
    if (!id.startsWith(prefix)) continue;
    const rank = rankOf(id.toLowerCase(), words);
    if (rank !== undefined) found.push({ id, rank });
  }
  if (found.length === 0 && words.length > 0) return findSimilar(ids, query, prefix);
  found.sort((a, b) => a.rank - b.rank || a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
  const hits = found.slice(0, query.limit).map(({ id }) => ({ id, ranges: rangesOf(id, words) }));
  return { hits, total: found.length };
}

function rankOf(id: string, words: readonly string[]): number | undefined {
  const nickname = id.lastIndexOf('/') + 1;
  let rank = 0;
  for (const word of words) {
    const inNickname = id.indexOf(word, nickname);
    if (inNickname === nickname) rank += word.length === id.length - nickname ? 0 : 1;
    else if (inNickname !== -1) rank += isWordStart(id, inNickname) ? 2 : 3;
    else if (id.includes(word)) rank += 4;
    else return undefined;
  }
  return rank;
}

function isWordStart(id: string, index: number): boolean {
  return /[^a-z0-9]/.test(id.charAt(index - 1));
}

function rangesOf(id: string, words: readonly string[]): [number, number][] {
  const text = id.toLowerCase();
  const nickname = text.lastIndexOf('/') + 1;
  const spans = words
    .map((word): [number, number] => {
      const inNickname = text.indexOf(word, nickname);
      const start = inNickname === -1 ? text.indexOf(word) : inNickname;
      return [start, start + word.length];
    })
    .sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

function findSimilar(
  ids: readonly ComponentId[],
  { text, limit }: { readonly text: string; readonly limit: number },
  prefix: string,
) {
  const among = ids.filter((id) => id.startsWith(prefix));
  const [indexes, info, order] = fuzzy.search([...among], text);
  if (!indexes || !info || !order) {
    const hits = (indexes ?? []).slice(0, limit).flatMap((index) => among[index] ?? []);
    return { hits: hits.map((id) => ({ id, ranges: [] })), total: indexes?.length ?? 0 };
  }
  const hits = order.slice(0, limit).flatMap((position): TextHit[] => {
    const id = among[info.idx[position] ?? -1];
    return id === undefined ? [] : [{ id, ranges: pairs(info.ranges[position] ?? []) }];
  });
  return { hits, total: order.length };
}

function pairs(flat: readonly number[]): [number, number][] {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] ?? 0, flat[2 * i + 1] ?? 0]);
}
