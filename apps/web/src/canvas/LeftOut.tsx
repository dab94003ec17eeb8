import { Button } from '@mantine/core';
import { OPEN_ALL } from '../app/grouping';
import { useChangeView } from '../app/use-view';
import { plural } from '../ui/format';
import classes from './Canvas.module.css';
import type { Visible } from './visible-slice';

/** Says what is behind shut groups, and opens them all. */
export function LeftOut({ visible }: { visible: Visible }) {
  const change = useChangeView();
  const shut = visible.groups.filter(({ isOpen }) => !isOpen).length;
  return (
    <div className={classes.cut} role="status">
      {plural(visible.hidden, 'component')} in {plural(shut, 'shut group')}
      <Button size="compact-xs" variant="subtle" onClick={() => change(OPEN_ALL)}>
        Open all
      </Button>
    </div>
  );
}
