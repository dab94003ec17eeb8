import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconLink } from '@tabler/icons-react';
import { linkTo, searchOnScreen } from '../app/link';
import type { ViewParams } from '../app/search-params';
import { useView } from '../app/use-view';
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
  return (
    <Menu position="bottom-end" shadow="md" width={184}>
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
        {FORMATS.map(({ label, formats }) => (
          <div key={label} role="none">
            <Menu.Label>{label}</Menu.Label>
            {formats.map((format) => (
              <Menu.Item key={format.name} onClick={() => mutate(format)}>
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
