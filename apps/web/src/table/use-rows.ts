import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { GraphSlice } from '../api/types';
import { COLUMNS, type Order, type Row, rowsOf } from './columns';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const helper = createColumnHelper<typeof features, Row>();
const words = new Intl.Collator('en', { numeric: true });

const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b));

const columns = helper.columns(
  COLUMNS.map(({ id, read }) =>
    helper.accessor(read, {
      id,
      sortUndefined: 'last',
      sortFn: (a, b, column) => compare(a.getValue(column), b.getValue(column)),
    }),
  ),
);

/** The rows of a slice in an order; equals stay in the order of their ids. */
export function useRows(graph: GraphSlice, order: Order): readonly Row[] {
  const data = useMemo(() => rowsOf(graph), [graph]);
  const { id, desc } = order;
  const sorting = useMemo(() => [{ id, desc }], [id, desc]);
  const table = useTable({ features, columns, data, state: { sorting } });
  return table.getRowModel().rows.map(({ original }) => original);
}
