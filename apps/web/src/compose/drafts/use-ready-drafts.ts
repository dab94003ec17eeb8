import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api/client';

/** The drafts that everybody is offered a copy of. */
export function useReadyDrafts() {
  const trpc = useTRPC();
  return useQuery(trpc.readyDrafts.queryOptions());
}
