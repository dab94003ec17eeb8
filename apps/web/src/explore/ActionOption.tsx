import { Kbd } from '@mantine/core';
import type { Action } from '../app/action';
import classes from './CommandPalette.module.css';

/** An action as a row: icon, name, shortcut. */
export function ActionOption({ action }: { action: Pick<Action, 'icon' | 'name' | 'shortcut'> }) {
  const { icon: Icon, name, shortcut } = action;
  return (
    <span className={classes.action}>
      <Icon size={18} stroke={1.7} aria-hidden />
      <span className={classes.name}>{name}</span>
      {shortcut && <Kbd size="xs">{shortcut.replace('mod', 'Ctrl').replace('Escape', 'Esc')}</Kbd>}
    </span>
  );
}
