import { ActionIcon, Popover, Tooltip, UnstyledButton } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { drafts, useDraft } from '../draft-store';
import classes from './Drafts.module.css';

/** Every step of the draft; a click goes to the state after it. Those behind it stay, to come back to. */
export function StepsMenu() {
  const draft = useDraft();
  const [isOpen, setOpen] = useState(false);
  if (!draft) return null;
  const { steps, position } = draft;
  const rows = [{ label: 'As in Git' }, ...steps];
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      width={360}
      closeOnEscape={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Tooltip label="Steps of the draft" openDelay={400}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Steps"
            disabled={steps.length === 0}
            onClick={() => setOpen(!isOpen)}
          >
            <IconListDetails size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown
        p={4}
        aria-label="Steps of the draft"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Escape takes one thing back at a time: the list, not the selection below it, too.
          event.stopPropagation();
          setOpen(false);
        }}
      >
        <ol className={classes.steps} aria-label="Steps of the draft">
          {rows.map(({ label }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the list.
            <li key={index}>
              <UnstyledButton
                className={classes.step}
                aria-current={index === position ? 'step' : undefined}
                data-undone={index > position || undefined}
                onClick={() => drafts.goTo(index)}
              >
                {label}
              </UnstyledButton>
            </li>
          ))}
        </ol>
      </Popover.Dropdown>
    </Popover>
  );
}
