import type { ComponentId } from '@karma/core';
import { Menu } from '@mantine/core';
import {
  IconArrowsExchange,
  IconBolt,
  IconCopy,
  IconCursorText,
  IconPencil,
  IconPlugConnected,
  IconRoute,
  IconTrash,
  IconTrashX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { closeCardMenu, useCardMenu } from '../../app/card-menu';
import { composeIn, isComposing } from '../../app/composing';
import { useChangeView, useView } from '../../app/use-view';
import { whatIf } from '../../app/view';
import { focusPorts } from '../ports/focus-ports';
import classes from './CardMenu.module.css';
import { CopyDialog } from './CopyDialog';
import { removeSelected } from './commands';
import { NameDialog } from './NameDialog';
import { RerouteDialog } from './RerouteDialog';

const DIALOGS = {
  copy: CopyDialog,
  duplicate: (props: DialogProps) => <NameDialog {...props} kind="duplicate" />,
  rename: (props: DialogProps) => <NameDialog {...props} kind="rename" />,
  reroute: RerouteDialog,
};

export interface DialogProps {
  readonly id: ComponentId;
  readonly onClose: () => void;
}

/** Not a key: the one that opens the menu is still on its way when the menu is there. */
const OUTSIDE = ['mousedown', 'touchstart'];

/** What can be done with a component: asked by the right button, by the menu key, or from its ports. */
export function CardMenu() {
  const at = useCardMenu((state) => state.at);
  const view = useView();
  const change = useChangeView();
  const [dialog, setDialog] = useState<{ kind: keyof typeof DIALOGS; id: ComponentId } | null>(null);
  const Dialog = dialog && DIALOGS[dialog.kind];
  const isDrawing = isComposing(view);
  return (
    <>
      {at && (
        <Menu
          opened
          onClose={closeCardMenu}
          position="bottom-start"
          shadow="md"
          returnFocus
          clickOutsideEvents={OUTSIDE}
        >
          <Menu.Target>
            <button
              type="button"
              tabIndex={-1}
              aria-label={`Actions on ${at.id}`}
              className={classes.place}
              style={{ left: at.x, top: at.y }}
            />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{at.id}</Menu.Label>
            {isDrawing ? (
              <Editing
                id={at.id}
                open={(kind) => setDialog({ kind, id: at.id })}
                select={() => change({ sel: at.id })}
              />
            ) : (
              <Menu.Item
                leftSection={<IconPencil size={16} />}
                onClick={() => change({ ...composeIn(), sel: at.id })}
              >
                Change it in a draft
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item leftSection={<IconBolt size={16} />} onClick={() => change(whatIf(at.id, 'fails'))}>
              What if it fails?
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrashX size={16} />}
              onClick={() => change(whatIf(at.id, 'removed'))}
            >
              What if it were removed?
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {dialog && Dialog && <Dialog id={dialog.id} onClose={() => setDialog(null)} />}
    </>
  );
}

interface EditingProps {
  readonly id: ComponentId;
  readonly open: (kind: keyof typeof DIALOGS) => void;
  readonly select: () => void;
}

function Editing({ id, open, select }: EditingProps) {
  const items = [
    {
      name: 'Connect…',
      icon: IconPlugConnected,
      run: () => {
        select();
        focusPorts();
      },
    },
    { name: 'Duplicate…', icon: IconCopy, run: () => open('duplicate') },
    { name: 'Copy to another environment…', icon: IconArrowsExchange, run: () => open('copy') },
    { name: 'Reroute in an environment…', icon: IconRoute, run: () => open('reroute') },
    { name: 'Rename…', icon: IconCursorText, run: () => open('rename') },
  ];
  return (
    <>
      {items.map(({ name, icon: Icon, run }) => (
        <Menu.Item key={name} leftSection={<Icon size={16} />} onClick={run}>
          {name}
        </Menu.Item>
      ))}
      <Menu.Item
        color="var(--karma-bad)"
        leftSection={<IconTrash size={16} />}
        onClick={() => void removeSelected(id)}
      >
        Delete
      </Menu.Item>
    </>
  );
}
