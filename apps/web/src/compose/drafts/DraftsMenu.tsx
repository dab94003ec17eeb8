import { draftFiles } from '@karma/editor';
import { FileButton, Menu, UnstyledButton } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconDownload,
  IconPencil,
  IconPlus,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react';
import { useState } from 'react';
import { plural } from '../../ui/format';
import { Time } from '../../ui/Time';
import { drafts, useDraft, useDrafts } from '../draft-store';
import classes from './Drafts.module.css';
import { NameDialog } from './NameDialog';
import { ReadyItems } from './ReadyItems';
import { useDraftActions } from './use-draft-actions';

/** The drafts of this browser: the open one's name, and under it all others, and what can be done with them. */
export function DraftsMenu() {
  const draft = useDraft();
  const kept = useDrafts((state) => state.kept);
  const actions = useDraftActions();
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  if (!draft) return <span className={classes.name}>Opening the draft…</span>;
  return (
    <>
      <Menu
        position="bottom-start"
        shadow="md"
        width={300}
        withInitialFocusPlaceholder={false}
        onOpen={() => void drafts.list()}
      >
        <Menu.Target>
          <UnstyledButton className={classes.name} aria-label={`Drafts: ${draft.name}`}>
            <span className={classes.nameText}>{draft.name}</span> <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu}>
          <Menu.Label>Drafts in this browser</Menu.Label>
          {kept.map(({ draft: other, changedAt }) => (
            <Menu.Item
              key={other.id}
              leftSection={other.id === draft.id ? <IconCheck size={16} /> : <span className={classes.gap} />}
              aria-current={other.id === draft.id || undefined}
              onClick={() => actions.go(other.id)}
            >
              {other.name}
              <span className={classes.about}>
                {plural(draftFiles(other).length, 'file')}, <Time at={changedAt} />
              </span>
            </Menu.Item>
          ))}
          <ReadyItems />
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => setNaming('new')}>
            New draft…
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setNaming('rename')}>
            Rename…
          </Menu.Item>
          <FileButton accept="application/json,.json" onChange={(file) => void actions.load(file)}>
            {(props) => (
              <Menu.Item leftSection={<IconUpload size={16} />} closeMenuOnClick={false} {...props}>
                Import from a file…
              </Menu.Item>
            )}
          </FileButton>
          <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => actions.save(draft)}>
            Export to a file
          </Menu.Item>
          <Menu.Item
            color="var(--karma-bad)"
            leftSection={<IconTrash size={16} />}
            onClick={() => void actions.remove(draft)}
          >
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <NameDialog
          title={naming === 'new' ? 'New draft' : 'Rename the draft'}
          initial={naming === 'new' ? '' : draft.name}
          onName={(name) => (naming === 'new' ? void actions.create(name) : actions.rename(name))}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}
