import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useChangeView } from '../app/use-view';
import { COLUMNS, type Column } from './columns';

/** Which columns are shown; the last one stays. */
export function ColumnMenu({ shown }: { shown: readonly Column[] }) {
  const change = useChangeView();
  return (
    <Popover position="top-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconColumns3 size={14} aria-hidden />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group
          aria-label="Columns"
          value={shown.map(({ id }) => id)}
          onChange={(cols) => change({ cols: cols.length > 0 ? cols : undefined }, { replace: true })}
        >
          <Stack gap={8}>
            {COLUMNS.map(({ id }) => (
              <Checkbox key={id} size="xs" value={id} label={id} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
