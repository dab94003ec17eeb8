import { Button, Popover } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useShell } from '../app/use-shell';
import classes from './Views.module.css';

const ViewsPanel = lazy(() => import('./ViewsPanel').then((module) => ({ default: module.ViewsPanel })));

/** Views with a name: to open, to save, to share. */
export function ViewsMenu() {
  const { overlay, open, close } = useShell();
  const isOpen = overlay === 'views';
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => (opened ? open('views') : close())}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          className={classes.button}
          size="compact-sm"
          variant="default"
          leftSection={<IconBookmark size={13} aria-hidden />}
          onClick={() => (isOpen ? close() : open('views'))}
        >
          Views
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8} w="min(360px, calc(100vw - 24px))" mih={80}>
        <Suspense>
          <ViewsPanel onClose={close} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
