import { QueryError, type UnknownName } from '@karma/query';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/client';
import { useMoment } from '../app/queries';
import { readQuery } from '../app/scope';

/** The names in a query that no component has, each once, and what was probably meant. */
export function useUnknownNames(text: string): readonly UnknownName[] {
  const trpc = useTRPC();
  const moment = useMoment();
  const isAsked = text !== '' && !(readQuery(text) instanceof QueryError);
  const { data } = useQuery(trpc.query.queryOptions(isAsked ? { text, limit: 0, ...moment } : skipToken));
  return [...new Map(data?.unknown.map((unknown) => [unknown.name, unknown])).values()];
}
