import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTRPC } from '../api/client';
import type { Proposal } from '../api/types';

/** Other people and other processes move proposals on, too. */
const REFRESH_MS = 5000;

export function useProposals() {
  const trpc = useTRPC();
  return useQuery({ ...trpc.proposals.queryOptions({}), refetchInterval: REFRESH_MS });
}

export function useProposal(id: string) {
  const trpc = useTRPC();
  return useQuery({ ...trpc.proposal.queryOptions({ id }), refetchInterval: REFRESH_MS });
}

/** Takes what the server answered a change with. */
export function useTakeProposal() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useCallback(
    (proposal: Proposal) => {
      queries.setQueryData(trpc.proposal.queryKey({ id: proposal.id }), proposal);
      void queries.invalidateQueries({ queryKey: trpc.proposals.queryKey() });
    },
    [queries, trpc],
  );
}
