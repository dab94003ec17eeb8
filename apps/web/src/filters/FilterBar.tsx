import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useEnvironment, useGraph, useOverview } from '../app/queries';
import { viewParamsSchema } from '../app/search-params';
import { useChangeView, useView } from '../app/use-view';
import { CLEAR_FILTERS, isFiltered } from '../app/view';
import { ExportMenu } from '../export/ExportMenu';
import classes from './FilterBar.module.css';
import { FilterMenu } from './FilterMenu';
import { byCount, tagOptions } from './options';
import { ShowSwitch } from './ShowSwitch';
import { SubjectBar } from './SubjectBar';

/** What narrows the map: type, status, owner, tag, finding, text; or, around a component, which one it is. */
export function FilterBar() {
  const view = useView();
  const change = useChangeView();
  const environment = useEnvironment();
  const summary = useOverview().data?.environments.find((row) => row.environment === environment);
  const graph = useGraph().data;
  const filterByText = useDebouncedCallback(
    (q: string) => change({ q: q || undefined }, { replace: true }),
    200,
  );
  if (view.focus) return <SubjectBar />;
  const isNarrowed = isFiltered(view);
  return (
    <div className={classes.bar} role="toolbar" aria-label="Filters">
      <ShowSwitch />
      <TextInput
        key={view.q ? 'filtered' : 'empty'}
        className={classes.text}
        size="xs"
        aria-label="Filter by name or type"
        placeholder="Filter by name or type"
        leftSection={<IconFilter size={14} aria-hidden />}
        defaultValue={view.q ?? ''}
        onChange={(event) => filterByText(event.currentTarget.value)}
      />
      <FilterMenu
        label="Type"
        options={byCount(summary?.byType)}
        chosen={view.types ?? []}
        onChoose={(types) => change({ types })}
      />
      <FilterMenu
        label="Status"
        options={byCount(summary?.byStatus)}
        chosen={view.status ?? []}
        onChoose={(status) => change({ status: viewParamsSchema.shape.status.parse(status) })}
      />
      <FilterMenu
        label="Finding"
        options={[{ value: 'any', count: undefined }, ...byCount(summary?.byFinding)]}
        chosen={view.findings ?? []}
        onChoose={(findings) => change({ findings })}
      />
      <FilterMenu
        label="Owner"
        isSingle
        options={byCount(summary?.owners)}
        chosen={view.owner ? [view.owner] : []}
        onChoose={(owners) => change({ owner: owners?.at(-1) })}
      />
      <FilterMenu
        label="Tag"
        options={tagOptions(graph?.components ?? [], view.tags)}
        chosen={view.tags ?? []}
        onChoose={(tags) => change({ tags })}
      />
      {isNarrowed && (
        <Button size="compact-xs" variant="subtle" onClick={() => change(CLEAR_FILTERS)}>
          Clear filters
        </Button>
      )}
      {graph && (
        <span className={classes.count} role="status">
          {isNarrowed && summary
            ? `${graph.total.toLocaleString()} of ${summary.components.toLocaleString()} components`
            : `${graph.total.toLocaleString()} components`}
        </span>
      )}
      <ExportMenu />
    </div>
  );
}
