import type { ComponentId } from '@karma/core';
import { useImpact } from '../app/queries';
import { LoadFailed } from '../ui/LoadFailed';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import { ImpactResult } from './ImpactResult';
import { OutputSelect } from './OutputSelect';
import { TraceHeader } from './TraceHeader';

/** What a change of a component, or of one of its outputs, can reach. */
export function ImpactPanel({ id }: { id: ComponentId }) {
  const query = useImpact();
  return (
    <>
      <TraceHeader title="Blast radius" id={id}>
        <OutputSelect id={id} />
      </TraceHeader>
      {query.isPending && <PanelSkeleton />}
      {query.isError && <LoadFailed what="The blast radius" error={query.error} onRetry={query.refetch} />}
      {query.isSuccess && <ImpactResult impact={query.data} />}
    </>
  );
}
