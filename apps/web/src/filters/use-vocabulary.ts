import type { Vocabulary } from '@karma/query';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/client';
import { useMoment } from '../app/queries';

/** The words of the graph that is looked at; `undefined` until they are there. */
export function useVocabulary(): Vocabulary | undefined {
  const trpc = useTRPC();
  return useQuery(trpc.vocabulary.queryOptions(useMoment())).data;
}
