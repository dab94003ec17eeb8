const PROSE = /^[^#!<|\-*>`\s[=].*$/;

/** The first sentence of a README's first paragraph, or of a comment; `null` when there is none. */
export function firstSentence(text: string): string | null {
  const paragraph = text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .find((block) => PROSE.test(block.split('\n')[0] ?? ''));
  if (paragraph === undefined) return null;
  const line = paragraph.replace(/\s+/g, ' ');
  return /^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
}
