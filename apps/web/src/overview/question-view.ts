import type { Overview } from '../api/types';
import { impactOf, pathBetween, upstreamOf, type ViewPatch } from '../app/view';

type Question = Overview['questions'][number];

/** Where a suggested question leads; `null` when it lacks the components that it is about. */
export function questionView({ kind, ids }: Pick<Question, 'kind' | 'ids'>): ViewPatch | null {
  const [first, second] = ids;
  if (!first) return null;
  const env = { env: first.slice(0, first.indexOf('/')) };
  if (kind === 'trace') return { ...env, ...upstreamOf(first) };
  if (kind === 'impact') return { ...env, ...impactOf(first) };
  return second ? { ...env, ...pathBetween(first, second) } : null;
}
