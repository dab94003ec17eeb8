import { DIMENSIONS, type Dimension, type Grouping } from '@karma/core';
import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { groupBy, OPEN_ALL, SHUT_ALL } from '../app/grouping';
import { useChangeView } from '../app/use-view';
import { dimensionWords } from '../ui/words';
import { tagKeysOf } from './tag-keys';
import type { LaidOut } from './use-laid-out';

/** The choices of the group menu: by what, by what within that, and all open or all shut. */
export function GroupChoices({ laidOut: { graph, visible } }: { laidOut: LaidOut }) {
  const change = useChangeView();
  const { grouping, groups } = visible;
  const [outer, inner] = grouping;
  const dimensions: readonly Dimension[] = [
    ...DIMENSIONS,
    ...tagKeysOf(graph.components).map((key): Dimension => `tag.${key}`),
  ];
  const choice = (name: string, isChosen: boolean, to: Grouping) => (
    <Menu.Item
      key={name}
      rightSection={isChosen && <IconCheck size={14} aria-label="chosen" />}
      onClick={() => change(groupBy(to))}
    >
      {name}
    </Menu.Item>
  );
  return (
    <>
      <Menu.Label>Group by</Menu.Label>
      {choice('Nothing', outer === undefined, [])}
      {dimensions.map((dimension) => choice(dimensionWords(dimension), dimension === outer, [dimension]))}
      {outer && (
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item>
              {inner ? `Then by ${dimensionWords(inner).toLowerCase()}` : 'Then by…'}
            </Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {choice('Nothing', inner === undefined, [outer])}
            {dimensions
              .filter((dimension) => dimension !== outer)
              .map((dimension) => choice(dimensionWords(dimension), dimension === inner, [outer, dimension]))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
      )}
      {groups.length > 0 && (
        <>
          <Menu.Divider />
          <Menu.Item onClick={() => change(OPEN_ALL)}>Open all groups</Menu.Item>
          <Menu.Item onClick={() => change(SHUT_ALL)}>Shut all groups</Menu.Item>
        </>
      )}
    </>
  );
}
