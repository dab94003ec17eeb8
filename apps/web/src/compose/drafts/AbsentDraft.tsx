import { Button, FileButton, Group, Modal } from '@mantine/core';
import { IconGitPullRequest, IconPlus, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC } from '../../api/client';
import { LEAVE_DRAFT, newDraftId } from '../../app/composing';
import { useChangeView } from '../../app/use-view';
import classes from './Drafts.module.css';
import { useDraftActions } from './use-draft-actions';

/** What is said of a link to a draft that another browser keeps, and the ways on from there. */
export function AbsentDraft({ id }: { id: string }) {
  const trpc = useTRPC();
  const change = useChangeView();
  const { go, load } = useDraftActions();
  const { data: sent } = useQuery(trpc.proposal.queryOptions({ id }));
  return (
    <Modal opened onClose={() => change(LEAVE_DRAFT)} title="This draft is not in this browser">
      {sent ? (
        <p className={classes.why}>
          It was sent out as <strong>{sent.title}</strong>. The proposal shows what it changes, and lets you
          go on with the draft here.
        </p>
      ) : (
        <p className={classes.why}>
          A draft stays in the browser that made it until it is sent out. Ask whoever gave you the link to
          send it, or to export it to a file from the menu under its name, which you can import here.
        </p>
      )}
      <Group gap="xs" mt="md">
        {sent && (
          <Button
            leftSection={<IconGitPullRequest size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/proposals/$id" params={{ id }} {...props} />}
          >
            Open its proposal
          </Button>
        )}
        <FileButton accept="application/json,.json" onChange={(file) => void load(file)}>
          {(props) => (
            <Button
              data-autofocus={!sent || undefined}
              variant={sent ? 'default' : 'filled'}
              leftSection={<IconUpload size={16} aria-hidden />}
              {...props}
            >
              Import from a file…
            </Button>
          )}
        </FileButton>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => go(newDraftId())}
        >
          New draft
        </Button>
      </Group>
    </Modal>
  );
}
