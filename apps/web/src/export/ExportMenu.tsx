import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { linkTo, searchOnScreen } from '../app/link';
import type { ViewParams } from '../app/search-params';
import { useView } from '../app/use-view';
import { useOnScreen } from '../canvas/use-visible';
import { plural } from '../ui/format';
import { FORMATS } from './formats';
import { useExport } from './use-export';

async function copyLink(view: ViewParams) {
  await navigator.clipboard.writeText(linkTo(searchOnScreen(view)));
  notifications.show({ message: 'The link to this view is copied', autoClose: 2000 });
}

/** Takes what is shown away: as a picture, a diagram, data or a link. */
export function ExportMenu() {
  const view = useView();
  const { mutate, isPending } = useExport();
  const shut = useOnScreen(
    ({ laidOut }) => laidOut?.visible.groups.filter(({ isOpen }) => !isOpen).length ?? 0,
  );
  const [isOpened, setOpened] = useState(false);
  return (
    <Menu position="bottom-end" shadow="md" width={224}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          loading={isPending}
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {shut > 0 && (
          <>
            <Menu.CheckboxItem checked={isOpened} onChange={setOpened}>
              Open {plural(shut, 'shut group')} in pictures
            </Menu.CheckboxItem>
            <Menu.Divider />
          </>
        )}
        {FORMATS.map(({ label, formats }) => (
          <div key={label} role="none">
            <Menu.Label>{label}</Menu.Label>
            {formats.map((format) => (
              <Menu.Item key={format.name} onClick={() => mutate({ format, isOpened })}>
                {format.name}
              </Menu.Item>
            ))}
          </div>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLink size={14} aria-hidden />} onClick={() => void copyLink(view)}>
          Copy link
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
