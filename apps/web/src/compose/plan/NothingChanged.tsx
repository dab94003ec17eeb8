import { Button } from '@mantine/core';
import { IconPencil, IconSparkles } from '@tabler/icons-react';
import { Notice } from '../../ui/Notice';
import { useDraftActions } from '../drafts/use-draft-actions';
import { useReadyDrafts } from '../drafts/use-ready-drafts';

/** What to do in an empty draft. */
export function NothingChanged() {
  const { data: ready } = useReadyDrafts();
  const { add } = useDraftActions();
  return (
    <Notice icon={IconPencil} title="Nothing is changed yet">
      <p>
        Add a component, connect two, or select one and edit its config: what follows from it is shown here
        while you do.
      </p>
      {ready?.drafts.map((draft) => (
        <Button
          key={draft.id}
          size="xs"
          variant="default"
          h="auto"
          py={6}
          leftSection={<IconSparkles size={14} />}
          styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
          onClick={() => void add(draft)}
        >
          {draft.name}
        </Button>
      ))}
    </Notice>
  );
}
