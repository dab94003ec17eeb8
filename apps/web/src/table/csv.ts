import type { Column, Row } from './columns';

/** RFC 4180: a heading, then a line a row; lines end in CRLF. */
export function csvOf(rows: readonly Row[], columns: readonly Column[]): string {
  const lines = [
    ['id', ...columns.map(({ id }) => id)],
    ...rows.map((row) => [row.card.id, ...columns.map(({ read }) => read(row) ?? '')]),
  ];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function quoted(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
