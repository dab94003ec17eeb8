import { ActionIcon, Menu, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconCheck,
  IconDots,
  IconLink,
  IconPencil,
  IconRefresh,
  IconTrash,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { useState } from 'react';
import { linkTo, searchOnScreen } from '../app/link';
import { stringifySearch, type ViewParams } from '../app/search-params';
import { Time } from '../ui/Time';
import { OpenView, paramsOf } from './OpenView';
import type { NamedView, SavedViews } from './use-saved-views';
import classes from './Views.module.css';

interface ViewRowProps {
  readonly view: NamedView;
  readonly saved: SavedViews;
  /** What is on screen. */
  readonly screen: ViewParams;
  readonly attempt: (name: string, act: () => Promise<void>) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A saved view: a link to it, and what can be done with it. */
export function ViewRow({ view, saved, screen, attempt, onClose }: ViewRowProps) {
  const [isRenaming, setRenaming] = useState(false);
  const { name } = view;
  const isOnScreen = slice(paramsOf(view)) === slice(screen);
  const act = (what: () => Promise<void>) => void attempt(name, what);
  if (isRenaming)
    return (
      <li>
        <RenameForm
          name={name}
          onRename={(next) => {
            setRenaming(false);
            if (next && next !== name) act(() => saved.change(view, { name: next }));
          }}
        />
      </li>
    );
  return (
    <li className={classes.row}>
      <OpenView
        view={view}
        className={classes.open}
        aria-current={isOnScreen ? 'page' : undefined}
        onClick={onClose}
      >
        {view.kind === 'shared' ? (
          <IconUsers size={15} aria-label="Shared" />
        ) : (
          <IconUser size={15} aria-label="Only in this browser" />
        )}
        <span className={classes.name}>
          {name}
          {view.kind === 'shared' && (
            <span className={classes.by}>
              {view.savedBy && `${view.savedBy}, `}
              <Time at={view.savedAt} />
            </span>
          )}
        </span>
        {isOnScreen && <IconCheck size={14} aria-label="On screen" />}
      </OpenView>
      <Menu position="bottom-end" shadow="md" withinPortal={false} floatingStrategy="fixed">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Actions for ${name}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconRefresh size={14} />}
            onClick={() => act(() => saved.change(view, { search: searchOnScreen(screen) }))}
          >
            Update to what is on screen
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => setRenaming(true)}>
            Rename
          </Menu.Item>
          <Menu.Item leftSection={<IconLink size={14} />} onClick={() => void copyLink(view)}>
            Copy link
          </Menu.Item>
          {view.kind === 'personal' ? (
            <Menu.Item leftSection={<IconUsers size={14} />} onClick={() => act(() => saved.share(view))}>
              Share with everybody
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconUser size={14} />} onClick={() => act(() => saved.unshare(view))}>
              Keep only in this browser
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item
            c="var(--karma-bad)"
            leftSection={<IconTrash size={14} />}
            onClick={() => act(() => saved.remove(view))}
          >
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

/** What is shown, wherever the map was moved to: it is no longer there once somebody pans. */
const slice = (view: ViewParams) => stringifySearch({ ...view, camera: undefined });

async function copyLink({ name, search }: NamedView) {
  await navigator.clipboard.writeText(linkTo(search));
  notifications.show({ message: `The link to “${name}” is copied`, autoClose: 2000 });
}

function RenameForm({ name, onRename }: { name: string; onRename: (name: string) => void }) {
  const [text, setText] = useState(name);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onRename(text.trim());
      }}
    >
      <TextInput
        size="xs"
        autoFocus
        aria-label={`New name for ${name}`}
        maxLength={120}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => onRename(text.trim())}
      />
    </form>
  );
}
