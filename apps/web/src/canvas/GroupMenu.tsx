import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCheck, IconLayoutGrid } from '@tabler/icons-react';
import { GROUPINGS } from '../app/search-params';
import { useChangeView, useView } from '../app/use-view';

const NAMES = {
  owner: 'Group by owner',
  type: 'Group by type',
  environment: 'Group by environment',
  none: 'Do not group',
} as const;

/** By what the components stand together. */
export function GroupMenu() {
  const { group } = useView();
  const change = useChangeView();
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Tooltip label="Group" position="top" openDelay={400}>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label="Group">
            <IconLayoutGrid size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {GROUPINGS.map((grouping) => (
          <Menu.Item
            key={grouping}
            rightSection={grouping === group && <IconCheck size={14} aria-label="chosen" />}
            onClick={() => change({ group: grouping })}
          >
            {NAMES[grouping]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
