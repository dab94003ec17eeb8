import type { ComponentId } from '@karma/core';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/client';
import { useMoment } from '../app/queries';
import { useChangeView, useView } from '../app/use-view';
import { outputKeys } from '../inspector/output-keys';

const ANYTHING = '';

/** Narrows the blast radius to the change of one output. */
export function OutputSelect({ id }: { id: ComponentId }) {
  const trpc = useTRPC();
  const { key } = useView();
  const change = useChangeView();
  const detail = useQuery(trpc.component.queryOptions({ id, ...useMoment() }));
  const keys = new Set([...(key ? [key] : []), ...outputKeys(detail.data?.placements ?? [])]);
  if (keys.size === 0) return null;
  return (
    <Select
      label="What changes"
      size="xs"
      searchable={keys.size > 8}
      allowDeselect={false}
      data={[
        { value: ANYTHING, label: 'Anything about it' },
        { group: 'One output', items: [...keys].sort() },
      ]}
      value={key ?? ANYTHING}
      onChange={(chosen) => change({ key: chosen || undefined })}
    />
  );
}
