import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/client';

const LIMIT = 40;
const PAUSE_MS = 80;

/** What the server finds for a text, once typing pauses; the last answer stays until the next is there. */
export function useComponentSearch(text: string) {
  const trpc = useTRPC();
  const [settled] = useDebouncedValue(text.trim(), PAUSE_MS);
  return useQuery({
    ...trpc.search.queryOptions(settled ? { text: settled, limit: LIMIT } : skipToken),
    placeholderData: keepPreviousData,
  });
}
