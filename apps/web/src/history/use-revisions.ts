import type { ComponentId } from '@karma/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { trpcClient, useTRPC } from '../api/client';

const PAGE = 50;

/** Revisions page by page, newest first: of one component, or of everything. */
export function useRevisions(component: ComponentId | undefined) {
  const trpc = useTRPC();
  return useInfiniteQuery({
    queryKey: [...trpc.revisions.pathKey(), 'pages', component ?? null],
    queryFn: ({ pageParam, signal }) =>
      trpcClient.revisions.query(
        { limit: PAGE, ...(pageParam && { before: pageParam }), ...(component && { component }) },
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.number),
  });
}
