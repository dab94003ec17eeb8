import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { Canvas } from '../canvas/Canvas';
import { FilterBar } from '../filters/FilterBar';
import { PastBanner } from '../history/PastBanner';
import { ResizablePane } from '../ui/ResizablePane';
import { useCardMenu } from './card-menu';
import { LeftPanel } from './LeftPanel';
import classes from './Shell.module.css';
import { SourceBanner } from './SourceBanner';
import { TopBar } from './TopBar';
import { useActionHotkeys } from './use-actions';
import { useLiveEvents } from './use-live-events';
import { useShell } from './use-shell';
import { useView } from './use-view';
import { panelOf, parseSelection } from './view';

const Inspector = lazy(() =>
  import('../inspector/Inspector').then((module) => ({ default: module.Inspector })),
);
const TableView = lazy(() => import('../table/TableView').then((module) => ({ default: module.TableView })));
const TreeView = lazy(() => import('../tree/TreeView').then((module) => ({ default: module.TreeView })));
const CommandPalette = lazy(() =>
  import('../explore/CommandPalette').then((module) => ({ default: module.CommandPalette })),
);
const QueryHelp = lazy(() =>
  import('../filters/QueryHelp').then((module) => ({ default: module.QueryHelp })),
);
const SendDialog = lazy(() =>
  import('../review/SendDialog').then((module) => ({ default: module.SendDialog })),
);
const ComposeMode = lazy(() =>
  import('../compose/ComposeMode').then((module) => ({ default: module.ComposeMode })),
);
const CardMenu = lazy(() =>
  import('../compose/menu/CardMenu').then((module) => ({ default: module.CardMenu })),
);
const WhatIfDialog = lazy(() =>
  import('../compose/menu/WhatIfDialog').then((module) => ({ default: module.WhatIfDialog })),
);
const HelpDialog = lazy(() => import('./HelpDialog').then((module) => ({ default: module.HelpDialog })));

/** The page: top bar, panel at the left, canvas, inspector at the right; on a phone, panels are bottom sheets. */
export function Shell() {
  useActionHotkeys();
  useLiveEvents();
  const view = useView();
  const { overlay, close } = useShell();
  // Once asked for, it stays for the dialogs that it leads to.
  const hasCardMenu = useCardMenu((state) => state.isAsked);
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const isInspecting = parseSelection(view.sel) !== null;
  const panel = isPhone && !view.panel && !view.mode && !view.focus ? 'none' : panelOf(view);
  const hasLeft = panel !== 'none' && !(isPhone && isInspecting);

  return (
    <div className={classes.shell}>
      <TopBar isPhone={isPhone} />
      <SourceBanner />
      <PastBanner />
      {view.draft && (
        <div className={classes.draft}>
          <Suspense>
            <ComposeMode id={view.draft} />
          </Suspense>
        </div>
      )}
      <div className={classes.body}>
        {hasLeft && (
          <ResizablePane
            label={
              { palette: 'Palette', plan: 'Plan', overview: 'Overview', trace: 'Trace', history: 'History' }[
                panel
              ]
            }
            edge={isPhone ? 'top' : 'right'}
            storageKey={isPhone ? 'karma.sheet' : 'karma.left'}
            initial={isPhone ? 380 : 304}
            min={isPhone ? 160 : 260}
            max={isPhone ? 720 : 520}
          >
            <LeftPanel panel={panel} />
          </ResizablePane>
        )}
        <main className={classes.stage} data-composing={view.draft ? true : undefined}>
          <FilterBar />
          <Suspense>
            {view.as === 'table' && <TableView />}
            {view.as === 'tree' && <TreeView />}
          </Suspense>
          {!view.as && <Canvas isPhone={isPhone} />}
        </main>
        {isInspecting && (
          <ResizablePane
            label="Inspector"
            edge={isPhone ? 'top' : 'left'}
            storageKey={isPhone ? 'karma.sheet' : 'karma.inspector'}
            initial={isPhone ? 380 : 400}
            min={isPhone ? 160 : 320}
            max={720}
          >
            <Suspense>
              <Inspector />
            </Suspense>
          </ResizablePane>
        )}
      </div>
      <Suspense>
        {overlay === 'palette' && <CommandPalette onClose={close} />}
        {overlay === 'query-help' && <QueryHelp onClose={close} />}
        {overlay === 'send' && view.draft && <SendDialog id={view.draft} onClose={close} />}
        {hasCardMenu && <CardMenu />}
        {view.whatIf && <WhatIfDialog key={view.whatIf} id={view.whatIf} />}
        {overlay === 'help' && <HelpDialog onClose={close} />}
      </Suspense>
    </div>
  );
}
