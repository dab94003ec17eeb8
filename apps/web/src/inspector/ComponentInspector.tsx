import type { ComponentId } from '@karma/core';
import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC } from '../api/client';
import { useChangeView, useView } from '../app/use-view';
import { recentComponents } from '../explore/recent';
import { RevisionList } from '../history/RevisionList';
import { LoadFailed } from '../ui/LoadFailed';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import { ComponentHeader } from './ComponentHeader';
import { EffectiveConfig } from './EffectiveConfig';
import classes from './Inspector.module.css';
import { NotFound } from './NotFound';
import { Outputs } from './Outputs';
import { outputKeys } from './output-keys';
import { Summary } from './Summary';

const SUMMARY = 'summary';
const TABS = ['config', 'outputs', 'history'] as const;

/** Everything known of one component. */
export function ComponentInspector({ id }: { id: ComponentId }) {
  const trpc = useTRPC();
  const { at, tab } = useView();
  const change = useChangeView();
  const query = useQuery(trpc.component.queryOptions({ id, ...(at && { at }) }));
  const isFound = query.isSuccess;
  useEffect(() => {
    if (isFound) recentComponents.remember(id);
  }, [id, isFound]);

  if (query.isPending) return <PanelSkeleton />;
  if (query.isError) {
    return query.error.data?.code === 'NOT_FOUND' ? (
      <NotFound id={id} />
    ) : (
      <LoadFailed what="The component" error={query.error} onRetry={query.refetch} />
    );
  }
  const detail = query.data;
  const outputs = outputKeys(detail.placements).length;
  return (
    <article aria-label={id}>
      <ComponentHeader detail={detail} />
      <Tabs
        value={tab ?? SUMMARY}
        onChange={(value) => change({ tab: TABS.find((each) => each === value) }, { replace: true })}
        keepMounted={false}
        classNames={{ list: classes.tabs, tab: classes.tab }}
      >
        <Tabs.List>
          <Tabs.Tab value={SUMMARY}>Summary</Tabs.Tab>
          <Tabs.Tab value="config" disabled={detail.effective.length === 0}>
            Config
          </Tabs.Tab>
          <Tabs.Tab value="outputs" disabled={outputs === 0}>
            Outputs {outputs > 0 && <span className={classes.count}>{outputs}</span>}
          </Tabs.Tab>
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={SUMMARY}>
          <Summary detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="config">
          <EffectiveConfig detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="outputs">
          <Outputs detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={classes.history}>
          <RevisionList component={id} />
        </Tabs.Panel>
      </Tabs>
    </article>
  );
}
