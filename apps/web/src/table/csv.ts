import { csvText } from '@karma/render';
import type { Column, Row } from './columns';

/** A heading, then a line a row, for a spreadsheet. */
export function csvOf(rows: readonly Row[], columns: readonly Column[]): string {
  return csvText([
    ['id', ...columns.map(({ id }) => id)],
    ...rows.map((row) => [row.card.id, ...columns.map(({ read }) => read(row) ?? '')]),
  ]);
}
