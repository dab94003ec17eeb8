import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useChangeView } from '../app/use-view';
import classes from './Inspector.module.css';

/** Closes the inspector, at the end of its title. */
export function CloseButton() {
  const change = useChangeView();
  return (
    <div className={classes.tools}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label="Close inspector"
        onClick={() => change({ sel: undefined })}
      >
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}
