import type { Pattern } from '../ast';

export type Test = (text: string) => boolean;

/** Matches a whole text without case; `*` and `?` of a pattern that is not quoted stand for others. */
export function testWhole({ text, isQuoted }: Pattern): Test {
  const wanted = text.toLowerCase();
  if (isQuoted || !/[*?]/.test(wanted)) return (candidate) => candidate.toLowerCase() === wanted;
  return (candidate) => matches(candidate.toLowerCase(), wanted);
}

/** The same for a text that contains the pattern somewhere. */
export function testPart({ text, isQuoted }: Pattern): Test {
  const wanted = text.toLowerCase();
  if (isQuoted || !/[*?]/.test(wanted)) return (candidate) => candidate.toLowerCase().includes(wanted);
  return testWhole({ text: `*${text}*`, isQuoted });
}

/** Goes back to the last `*` only, so it costs at most the product of both lengths, whatever the pattern. */
function matches(text: string, pattern: string): boolean {
  let at = 0;
  let position = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    const wanted = pattern[position];
    if (wanted === '*') {
      star = position++;
      resume = at;
    } else if (wanted === '?' || (wanted !== undefined && wanted === text[at])) {
      position++;
      at++;
    } else if (star !== -1) {
      position = star + 1;
      at = ++resume;
    } else return false;
  }
  while (pattern[position] === '*') position++;
  return position === pattern.length;
}
