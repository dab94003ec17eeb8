import { type ComponentId, componentName } from '@karma/core';
import { useOverview } from '../../app/queries';

/** The environments other than a component's own. */
export function useOtherEnvironments(id: ComponentId): string[] {
  const { environment } = componentName(id);
  const rows = useOverview().data?.environments ?? [];
  return rows.map((row) => row.environment).filter((name) => name !== environment);
}
