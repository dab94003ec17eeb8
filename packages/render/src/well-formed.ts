/** What XML 1.0 cannot hold, not even escaped, and other formats are better without. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** The text with U+FFFD for control characters and halves of surrogate pairs. */
export function wellFormed(text: string): string {
  return text.replace(FORBIDDEN, '\u{FFFD}');
}
