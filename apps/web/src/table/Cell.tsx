import { StatusMark } from '../ui/StatusMark';
import { TypeIcon } from '../ui/TypeIcon';
import { ViewLink } from '../ui/ViewLink';
import type { Column, Row } from './columns';
import classes from './Table.module.css';

/** One value of a component; its name is the link that selects it, and covers the row. */
export function Cell({ row, column }: { row: Row; column: Column }) {
  const { card } = row;
  const value = column.read(row);
  if (column.id === 'name') {
    return (
      <th scope="row">
        <ViewLink className={classes.name} patch={{ sel: card.id }} title={card.id}>
          <TypeIcon type={card.type} size={22} />
          <span>{card.nickname}</span>
        </ViewLink>
      </th>
    );
  }
  return (
    <td
      data-number={column.isNumber || undefined}
      data-zero={value === 0 || undefined}
      title={String(value ?? '')}
    >
      {column.id === 'status' ? <StatusMark status={card.status} /> : value}
    </td>
  );
}
