import { QueryError } from '@karma/query';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/client';
import { useMoment } from '../app/queries';
import { readQuery } from '../app/scope';

/** The names in a query that no component has. */
export function useUnknownNames(text: string): readonly string[] {
  const trpc = useTRPC();
  const moment = useMoment();
  const isAsked = text !== '' && !(readQuery(text) instanceof QueryError);
  const { data } = useQuery(trpc.query.queryOptions(isAsked ? { text, limit: 0, ...moment } : skipToken));
  return [...new Set(data?.unknown.map(({ name }) => name))];
}
