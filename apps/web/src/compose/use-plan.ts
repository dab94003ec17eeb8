import { draftFiles } from '@karma/editor';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { trpcClient } from '../api/client';
import { useDraft } from './draft-store';

/** Milliseconds without a step before the plan is asked for. */
const PAUSE = 120;

/**
 * What follows from the open draft, live: asked again after each step and whenever the graph moves on; a question that
 * a later one overtakes is cancelled, and the last answer stays until the next one is there. Everybody who uses this
 * shares one question. `data` is absent while the draft changes nothing.
 */
export function usePlan() {
  const draft = useDraft();
  const files = useMemo(
    () => (draft ? draftFiles(draft).map(({ id, after }) => ({ id, text: after })) : []),
    [draft],
  );
  const [asked] = useDebouncedValue(files, PAUSE);
  const hasEdits = files.length > 0;
  const query = useQuery({
    queryKey: ['plan', draft?.id, asked],
    queryFn: ({ signal }) => trpcClient.plan.mutate({ files: asked }, { signal }),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return {
    ...query,
    data: hasEdits ? query.data : undefined,
    /** Whether a later answer is on its way. */
    isStale: hasEdits && (asked !== files || query.isPlaceholderData || query.isFetching),
  };
}
