import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useChangeView, useView } from '../app/use-view';
import { Cell } from './Cell';
import { type Column, type Order, type Row, sortBy } from './columns';
import classes from './Table.module.css';

/** Pixels. */
const ROW_HEIGHT = 36;

interface ComponentTableProps {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly order: Order;
}

/** A table of which only the rows in sight are drawn; the selected one is brought into sight. */
export function ComponentTable({ rows, columns, order }: ComponentTableProps) {
  const { sel } = useView();
  const change = useChangeView();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    // The heading stays above the rows.
    paddingStart: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
  });
  const selected = rows.findIndex(({ card }) => card.id === sel);
  useEffect(() => {
    if (selected >= 0) virtual.scrollToIndex(selected);
  }, [selected, virtual]);
  const items = virtual.getVirtualItems();
  const before = (items[0]?.start ?? ROW_HEIGHT) - ROW_HEIGHT;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div className={classes.scroll} ref={scroll}>
      <table
        className={classes.table}
        aria-label="Components"
        aria-rowcount={rows.length + 1}
        style={{ minWidth: columns.reduce((sum, { width }) => sum + width, 0) }}
      >
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Heading
                key={column.id}
                column={column}
                order={order}
                onSort={() => change({ sort: sortBy(column, order) }, { replace: true })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={before} columns={columns.length} />
          {items.map(({ index }) => {
            const row = rows[index];
            if (!row) return null;
            const isSelected = row.card.id === sel;
            return (
              <tr
                key={row.card.id}
                aria-rowindex={index + 2}
                aria-current={isSelected || undefined}
                style={{ height: ROW_HEIGHT }}
              >
                {columns.map((column) => (
                  <Cell key={column.id} row={row} column={column} />
                ))}
              </tr>
            );
          })}
          <Gap height={after} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

interface HeadingProps {
  readonly column: Column;
  readonly order: Order;
  readonly onSort: () => void;
}

function Heading({ column: { id, isNumber }, order, onSort }: HeadingProps) {
  const isSorted = order.id === id;
  const Arrow = order.desc ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      data-number={isNumber || undefined}
      aria-sort={isSorted ? (order.desc ? 'descending' : 'ascending') : undefined}
    >
      <UnstyledButton className={classes.heading} onClick={onSort}>
        <span className={classes.word}>{id}</span>
        {isSorted && <Arrow size={12} aria-hidden />}
      </UnstyledButton>
    </th>
  );
}

/** Stands for the rows that are out of sight. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return height > 0 ? (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  ) : null;
}
