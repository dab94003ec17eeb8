import type { Column, Row } from './columns';

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * RFC 4180: a heading, then a line a row; lines end in CRLF. A text that a spreadsheet would run as a formula gets an
 * apostrophe in front.
 */
export function csvOf(rows: readonly Row[], columns: readonly Column[]): string {
  const lines = [
    ['id', ...columns.map(({ id }) => id)],
    ...rows.map((row) => [row.card.id, ...columns.map(({ read }) => read(row) ?? '')]),
  ];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function quoted(value: string | number): string {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
