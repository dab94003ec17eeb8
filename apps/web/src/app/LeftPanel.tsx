import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Overview } from '../overview/Overview';
import classes from './LeftPanel.module.css';
import { useChangeView, useView } from './use-view';
import type { Panel } from './view';

const LineagePanel = lazy(() =>
  import('../lineage/LineagePanel').then((module) => ({ default: module.LineagePanel })),
);
const HistoryPanel = lazy(() =>
  import('../history/HistoryPanel').then((module) => ({ default: module.HistoryPanel })),
);

const Palette = lazy(() =>
  import('../compose/palette/Palette').then((module) => ({ default: module.Palette })),
);

const PlanPanel = lazy(() =>
  import('../compose/plan/PlanPanel').then((module) => ({ default: module.PlanPanel })),
);

const TABS = [
  { value: 'palette', label: 'Add' },
  { value: 'plan', label: 'Plan' },
  { value: 'overview', label: 'Overview' },
  { value: 'trace', label: 'Trace' },
  { value: 'history', label: 'History' },
] as const;

/** The panel at the left: tabs above, one feature below. */
export function LeftPanel({ panel }: { panel: Exclude<Panel, 'none'> }) {
  const change = useChangeView();
  const { focus, mode, draft } = useView();
  const isShown = {
    palette: draft !== undefined,
    plan: draft !== undefined,
    trace: focus !== undefined || mode !== undefined || panel === 'trace',
    overview: true,
    history: true,
  };
  return (
    <>
      <div className={classes.tabs}>
        <SegmentedControl
          aria-label="Panel"
          size="xs"
          fullWidth
          flex={1}
          value={panel}
          data={TABS.filter((tab) => isShown[tab.value])}
          onChange={(chosen) => change({ panel: chosen })}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Hide panel"
          onClick={() => change({ panel: 'none' })}
        >
          <IconX size={16} />
        </ActionIcon>
      </div>
      <Suspense>
        {panel === 'palette' && <Palette />}
        {panel === 'plan' && <PlanPanel />}
        {panel === 'overview' && <Overview />}
        {panel === 'trace' && <LineagePanel />}
        {panel === 'history' && <HistoryPanel />}
      </Suspense>
    </>
  );
}
