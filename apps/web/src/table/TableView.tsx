import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { GraphSlice } from '../api/types';
import { useEnvironment } from '../app/queries';
import { SliceStage } from '../app/SliceStage';
import { useView } from '../app/use-view';
import { download } from '../ui/download';
import { ColumnMenu } from './ColumnMenu';
import { ComponentTable } from './ComponentTable';
import { columnsOf, orderOf } from './columns';
import { csvOf } from './csv';
import classes from './Table.module.css';
import { useRows } from './use-rows';

/** The slice of the map as a table. */
export function TableView() {
  return <SliceStage label="Table">{(graph) => <SliceTable graph={graph} />}</SliceStage>;
}

function SliceTable({ graph }: { graph: GraphSlice }) {
  const { cols, sort } = useView();
  const environment = useEnvironment();
  const columns = columnsOf(cols);
  const order = orderOf(sort);
  const rows = useRows(graph, order);
  const save = () =>
    download(
      `karma-${environment}.csv`,
      new Blob([csvOf(rows, columns)], { type: 'text/csv;charset=utf-8' }),
    );
  return (
    <>
      <ComponentTable rows={rows} columns={columns} order={order} />
      <div className={classes.tools} role="toolbar" aria-label="Table">
        <ColumnMenu shown={columns} />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={save}
        >
          CSV
        </Button>
      </div>
    </>
  );
}
