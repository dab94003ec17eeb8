import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconLink } from '@tabler/icons-react';
import { FORMATS } from './formats';
import { useExport } from './use-export';

async function copyLink() {
  await navigator.clipboard.writeText(location.href);
  notifications.show({ message: 'The link to this view is copied', autoClose: 2000 });
}

/** Takes what is shown away: as a picture, a diagram, data or a link. */
export function ExportMenu() {
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
        <Menu.Item leftSection={<IconLink size={14} aria-hidden />} onClick={() => void copyLink()}>
          Copy link
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
