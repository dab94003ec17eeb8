import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useTRPC } from '../api/client';

/** Asks again how far proposals have come whenever the graph moves on. */
export function useLiveProposals() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  useSubscription(
    trpc.events.subscriptionOptions(
      {},
      {
        onData: ({ kind }) => {
          if (kind !== 'head') return;
          void queries.invalidateQueries({ queryKey: trpc.proposal.queryKey() });
          void queries.invalidateQueries({ queryKey: trpc.proposals.pathKey() });
        },
      },
    ),
  );
}
