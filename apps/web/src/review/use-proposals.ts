import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { trpcClient, useTRPC } from '../api/client';
import type { Proposal, ProposalSummary } from '../api/types';

/** Other people and other processes move proposals on, too. */
const REFRESH_MS = 5000;
const PAGE = 50;
const LATEST: { readonly before?: Pick<ProposalSummary, 'sentAt' | 'id'> } = {};

/** Proposals page by page, the latest first. */
export function useProposals() {
  const trpc = useTRPC();
  return useInfiniteQuery({
    queryKey: [...trpc.proposals.pathKey(), 'pages'],
    queryFn: ({ pageParam, signal }) => trpcClient.proposals.query({ limit: PAGE, ...pageParam }, { signal }),
    initialPageParam: LATEST,
    getNextPageParam(page) {
      const last = page.at(PAGE - 1);
      return last && { before: { sentAt: last.sentAt, id: last.id } };
    },
    refetchInterval: REFRESH_MS,
  });
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
      void queries.invalidateQueries({ queryKey: trpc.proposals.pathKey() });
    },
    [queries, trpc],
  );
}
