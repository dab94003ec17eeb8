import { type Draft, draftFiles } from '@karma/editor';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { trpcClient, useTRPC } from '../api/client';
import { usePlan } from '../compose/use-plan';

/** Where a draft goes, what follows from it, and whether it was sent before. */
export function useSendQuestions(draft: Draft) {
  const trpc = useTRPC();
  const files = draftFiles(draft);
  const ids = files.map(({ id }) => id);
  const targets = useQuery({
    queryKey: ['proposal-targets', ids],
    queryFn: ({ signal }) => trpcClient.proposalTargets.mutate({ ids }, { signal }),
  });
  const plan = usePlan();
  const sent = useQuery(trpc.proposal.queryOptions({ id: draft.id }));
  return { files, targets, plan, sent };
}

/** Sends a draft; once it is out, its proposal is opened. Where it fails or collides, nothing of the draft is lost. */
export function useSend(onSent: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation(
    trpc.sendProposal.mutationOptions({
      async onSuccess(result) {
        if (result.kind === 'collided') return;
        const { proposal } = result;
        queries.setQueryData(trpc.proposal.queryKey({ id: proposal.id }), proposal);
        await queries.invalidateQueries({ queryKey: trpc.proposals.pathKey() });
        onSent();
        await navigate({ to: '/proposals/$id', params: { id: proposal.id } });
      },
    }),
  );
}
