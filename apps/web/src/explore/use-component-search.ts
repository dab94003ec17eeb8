import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/client';

const LIMIT = 40;
const PAUSE_MS = 80;

/**
 * What the server finds for a text, once typing pauses; the last answer stays until the next is there. `isCurrent`
 * says that the answer, or its failure, is that of the text.
 */
export function useComponentSearch(text: string) {
  const trpc = useTRPC();
  const [settled] = useDebouncedValue(text.trim(), PAUSE_MS);
  const query = useQuery({
    ...trpc.search.queryOptions(settled ? { text: settled, limit: LIMIT } : skipToken),
    placeholderData: keepPreviousData,
  });
  return { ...query, isCurrent: settled === text.trim() && !query.isFetching };
}
