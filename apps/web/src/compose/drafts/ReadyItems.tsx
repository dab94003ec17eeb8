import { Menu } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useDraftActions } from './use-draft-actions';
import { useReadyDrafts } from './use-ready-drafts';

/** The drafts that everybody is offered, in the menu of drafts. */
export function ReadyItems() {
  const { data: ready = [], error } = useReadyDrafts();
  const { add } = useDraftActions();
  if (error) return <Menu.Label>The ready-made drafts did not load: {error.message}</Menu.Label>;
  if (ready.length === 0) return null;
  return (
    <>
      <Menu.Label>Ready-made, to try</Menu.Label>
      {ready.map((draft) => (
        <Menu.Item key={draft.id} leftSection={<IconSparkles size={16} />} onClick={() => void add(draft)}>
          {draft.name}
        </Menu.Item>
      ))}
    </>
  );
}
