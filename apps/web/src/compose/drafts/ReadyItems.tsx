import { Menu } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import classes from './Drafts.module.css';
import { useDraftActions } from './use-draft-actions';
import { useReadyDrafts } from './use-ready-drafts';

/** The drafts that everybody is offered, in the menu of drafts. */
export function ReadyItems() {
  const { data, error } = useReadyDrafts();
  const { add } = useDraftActions();
  if (error) return <Menu.Label>The ready-made drafts did not load: {error.message}</Menu.Label>;
  if (!data || data.drafts.length + data.unreadable.length === 0) return null;
  return (
    <>
      <Menu.Label>Ready-made, to try</Menu.Label>
      {data.drafts.map((draft) => (
        <Menu.Item key={draft.id} leftSection={<IconSparkles size={16} />} onClick={() => void add(draft)}>
          {draft.name}
        </Menu.Item>
      ))}
      {data.unreadable.map(({ file, reason }) => (
        <Menu.Label key={file} className={classes.unreadable} title={reason}>
          {file} cannot be read. {reason}
        </Menu.Label>
      ))}
    </>
  );
}
