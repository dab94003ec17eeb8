import { componentName } from '@karma/core';
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useGraph } from '../app/queries';
import { useChangeView, useView } from '../app/use-view';
import { LEAVE_MODE } from '../app/view';
import { ExportMenu } from '../export/ExportMenu';
import { TypeIcon } from '../ui/TypeIcon';
import { ViewsMenu } from '../views/ViewsMenu';
import classes from './FilterBar.module.css';
import { ShowSwitch } from './ShowSwitch';

/** In place of the filters while the canvas is about one component: which, how, and the way back. */
export function SubjectBar() {
  const { mode, focus, to, key } = useView();
  const change = useChangeView();
  const graph = useGraph().data;
  if (!focus) return null;
  const { type, nickname } = componentName(focus);
  const target = to && componentName(to).nickname;
  return (
    <div className={classes.bar} role="toolbar" aria-label="Focus">
      <ShowSwitch />
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowLeft size={14} aria-hidden />}
        onClick={() => change(LEAVE_MODE)}
      >
        Map
      </Button>
      <span className={classes.subject}>
        {mode === 'impact' ? 'Blast radius of' : mode === 'path' ? 'Path from' : 'Around'}
        <TypeIcon type={type} size={22} />
        <strong>{nickname}</strong>
        {key && <code>{key}</code>}
        {target && (
          <>
            to <strong>{target}</strong>
          </>
        )}
      </span>
      {graph && (
        <span className={classes.count} role="status">
          {graph.components.length.toLocaleString()} components
        </span>
      )}
      <ViewsMenu />
      <ExportMenu />
    </div>
  );
}
