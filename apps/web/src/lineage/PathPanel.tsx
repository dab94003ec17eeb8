import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowsUpDown } from '@tabler/icons-react';
import { usePath } from '../app/queries';
import { useChangeView, useView } from '../app/use-view';
import { ComponentPicker } from '../explore/ComponentPicker';
import { LoadFailed } from '../ui/LoadFailed';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import classes from './Lineage.module.css';
import { NoPath } from './NoPath';
import { PathSteps } from './PathSteps';
import { TraceHeader } from './TraceHeader';

/** How two components hang together, step by step. */
export function PathPanel() {
  const { focus, to } = useView();
  const change = useChangeView();
  const query = usePath();
  return (
    <>
      <TraceHeader title="Path between two">
        <div className={classes.pickers}>
          <ComponentPicker
            label="From"
            value={focus}
            onChange={(id) => change({ focus: id })}
            autoFocus={!focus}
          />
          <ComponentPicker
            label="To"
            value={to}
            onChange={(id) => change({ to: id })}
            autoFocus={!!focus && !to}
          />
          <Tooltip label="Swap">
            <ActionIcon
              variant="default"
              className={classes.swap}
              aria-label="Swap from and to"
              disabled={!focus || !to}
              onClick={() => change({ focus: to, to: focus })}
            >
              <IconArrowsUpDown size={14} />
            </ActionIcon>
          </Tooltip>
        </div>
      </TraceHeader>
      {focus && to ? (
        <>
          {query.isPending && <PanelSkeleton rows={5} />}
          {query.isError && <LoadFailed what="The path" error={query.error} onRetry={query.refetch} />}
          {query.isSuccess &&
            (query.data.path ? <PathSteps path={query.data.path} /> : <NoPath from={focus} to={to} />)}
        </>
      ) : (
        <p className={classes.lead}>
          Choose {focus ? 'where the path ends' : 'both ends'} to see how they connect.
        </p>
      )}
    </>
  );
}
