import { Button, Tooltip } from '@mantine/core';
import { useActions } from '../app/use-actions';
import classes from './Inspector.module.css';

/** The actions that have a button, by id, and how it reads there. */
const LABELS = new Map([
  ['upstream', 'Upstream'],
  ['downstream', 'Downstream'],
  ['impact', 'Blast radius'],
  ['path', 'Path'],
]);

export function ComponentActions() {
  const actions = useActions();
  return (
    <div className={classes.actions}>
      {actions.flatMap(({ id, name, shortcut, icon: Icon, run }) => {
        const label = LABELS.get(id);
        if (!label) return [];
        return (
          <Tooltip key={id} label={`${name} (${shortcut})`} openDelay={400}>
            <Button
              variant="default"
              size="compact-xs"
              fw={500}
              px={4}
              leftSection={<Icon size={13} stroke={1.8} aria-hidden />}
              onClick={run}
            >
              {label}
            </Button>
          </Tooltip>
        );
      })}
    </div>
  );
}
