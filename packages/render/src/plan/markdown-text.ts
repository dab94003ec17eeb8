import { wellFormed } from '../well-formed';

/** Text as Markdown shows it and nothing else: no markup, no link, no mention, whatever it holds. */
export function plain(text: string): string {
  return wellFormed(text)
    .replace(/\s+/g, ' ')
    .replace(/[^\p{L}\p{N} .,:;()/-]/gu, (mark) => `&#${mark.codePointAt(0)};`);
}

/** The same in the type of code, fit for a table too. */
export function code(text: string): string {
  return `<code>${plain(text)}</code>`;
}

/** `3 components`, `1 component`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** The first of them as code, and how many more there are. */
export function listed(texts: readonly string[], limit: number): string {
  const shown = texts.slice(0, limit).map(code).join(', ');
  return texts.length > limit ? `${shown} and ${texts.length - limit} more` : shown;
}
