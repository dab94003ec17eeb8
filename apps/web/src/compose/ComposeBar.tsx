import { draftFiles } from '@karma/editor';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { type Icon, IconArrowBackUp, IconArrowForwardUp, IconPencil, IconSend } from '@tabler/icons-react';
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
        <span className={classes.words}>
          {failure
            ? `Not kept: ${failure.message}`
            : files === 0
              ? 'Nothing changed yet'
              : plural(files, 'file')}
        </span>
        {!failure && files > 0 && last && <span className={classes.last}>{last}</span>}
      </span>
      <StepButton name="Undo" step={last} icon={IconArrowBackUp} onClick={drafts.undo} />
      <StepButton name="Redo" step={next} icon={IconArrowForwardUp} onClick={drafts.redo} />
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

interface StepButtonProps {
  readonly name: 'Undo' | 'Redo';
  /** What it would take back or do again; none: there is nothing. */
  readonly step: string | undefined;
  readonly icon: Icon;
  readonly onClick: () => void;
}

function StepButton({ name, step, icon: Icon, onClick }: StepButtonProps) {
  return (
    <Tooltip label={step ? `${name}: ${step}` : `Nothing to ${name.toLowerCase()}`} openDelay={400}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={name}
        disabled={step === undefined}
        onClick={onClick}
      >
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
