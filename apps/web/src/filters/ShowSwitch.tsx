import { Center, SegmentedControl, VisuallyHidden } from '@mantine/core';
import { IconListTree, IconSitemap, IconTable } from '@tabler/icons-react';
import { viewParamsSchema } from '../app/search-params';
import { useChangeView, useView } from '../app/use-view';

const WAYS = [
  { value: 'map', name: 'Map', icon: IconSitemap },
  { value: 'table', name: 'Table', icon: IconTable },
  { value: 'tree', name: 'Tree', icon: IconListTree },
];

/** The same slice as a map, a table or a tree. */
export function ShowSwitch() {
  const { as = 'map' } = useView();
  const change = useChangeView();
  return (
    <SegmentedControl
      aria-label="Show as"
      size="xs"
      value={as}
      data={WAYS.map(({ value, name, icon: Icon }) => ({
        value,
        label: (
          <Center h={18} title={name}>
            <Icon size={16} aria-hidden />
            <VisuallyHidden>{name}</VisuallyHidden>
          </Center>
        ),
      }))}
      onChange={(way) => change({ as: viewParamsSchema.shape.as.parse(way) })}
    />
  );
}
