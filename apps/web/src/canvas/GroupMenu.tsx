import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconLayoutGrid } from '@tabler/icons-react';
import { GroupChoices } from './GroupChoices';
import type { LaidOut } from './use-laid-out';

/** By what the components stand together, at one level or two, and whether the groups are open. */
export function GroupMenu({ laidOut }: { laidOut: LaidOut }) {
  return (
    <Menu position="top-start" shadow="md" width={208}>
      <Menu.Target>
        <Tooltip label="Group" position="top" openDelay={400}>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label="Group">
            <IconLayoutGrid size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <GroupChoices laidOut={laidOut} />
      </Menu.Dropdown>
    </Menu>
  );
}
