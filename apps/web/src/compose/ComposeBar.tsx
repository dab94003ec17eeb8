import { canRedo, canUndo, draftFiles } from '@karma/editor';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconPencil, IconSend } from '@tabler/icons-react';
import { LEAVE_DRAFT } from '../app/composing';
import { useShell } from '../app/use-shell';
import { useChangeView } from '../app/use-view';
import { plural } from '../ui/format';
import classes from './ComposeBar.module.css';
import { drafts, useDraft, useDrafts } from './draft-store';
import { DraftsMenu } from './drafts/DraftsMenu';
import { StepsMenu } from './drafts/StepsMenu';

/** Says that a draft is open, which, and how much it changes; leads out of it. */
export function ComposeBar() {
  const draft = useDraft();
  const failure = useDrafts((state) => state.failure);
  const change = useChangeView();
  const open = useShell((shell) => shell.open);
  const files = draft ? draftFiles(draft).length : 0;
  const last = draft?.steps[draft.position - 1]?.label;
  const next = draft?.steps[draft.position]?.label;
  return (
    <section className={classes.bar} aria-label="Draft">
      <IconPencil size={16} aria-hidden />
      <DraftsMenu />
      <span className={classes.state} role="status">
        {failure
          ? `Not kept: ${failure.message}`
          : files === 0
            ? 'Nothing changed yet'
            : plural(files, 'file')}
        {!failure && files > 0 && last && <span className={classes.last}>{last}</span>}
      </span>
      <Tooltip label={last ? `Undo: ${last}` : 'Nothing to undo'} openDelay={400}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Undo"
          disabled={!draft || !canUndo(draft)}
          onClick={drafts.undo}
        >
          <IconArrowBackUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={next ? `Redo: ${next}` : 'Nothing to redo'} openDelay={400}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Redo"
          disabled={!draft || !canRedo(draft)}
          onClick={drafts.redo}
        >
          <IconArrowForwardUp size={16} />
        </ActionIcon>
      </Tooltip>
      <StepsMenu />
      <Button
        className={classes.action}
        size="compact-sm"
        disabled={files === 0}
        leftSection={<IconSend size={14} aria-hidden />}
        onClick={() => open('send')}
      >
        Send
      </Button>
      <Button
        className={classes.action}
        size="compact-sm"
        variant="default"
        onClick={() => change(LEAVE_DRAFT)}
      >
        Leave
      </Button>
    </section>
  );
}
