import type { ComponentId } from '../ids';
import { ambientHubs, type Ends } from './ambient-hubs';
import { redundantDependencies } from './redundant-dependencies';

export interface QuietQuery<E extends Ends> {
  /** How many components the slice has. */
  readonly size: number;
  /** All dependencies of the slice, each once. */
  readonly edges: readonly E[];
  /** Hubs whose arrows are drawn nevertheless; or those of all. */
  readonly loud: 'all' | ReadonlySet<ComponentId>;
  /** Whether arrows that the drawn ones imply are left out, too. */
  readonly reduced: boolean;
}

/** What of a slice is not drawn until somebody asks. */
export interface QuietEdges<E extends Ends> {
  /** Every ambient hub, loud or not, and how many depend on it directly; most used first. */
  readonly hubs: ReadonlyMap<ComponentId, number>;
  /** Those that lead to hubs which are not loud. */
  readonly muted: ReadonlySet<E>;
  /** Those that the drawn ones imply; none of them is muted. Ambiguous ones imply nothing and are implied by nothing. */
  readonly redundant: ReadonlySet<E>;
}

/** Takes the noise out of a picture: see `ambientHubs` and `redundantDependencies` for what is noise. */
export function quietEdges<E extends Ends & { readonly ambiguous: boolean }>(
  query: QuietQuery<E>,
): QuietEdges<E> {
  const { size, edges, loud, reduced } = query;
  const hubs = ambientHubs(size, edges);
  const isMuted = ({ to }: E) => loud !== 'all' && hubs.has(to) && !loud.has(to);
  const drawn = (edge: E) => !isMuted(edge) && !edge.ambiguous;
  return {
    hubs,
    muted: new Set(edges.filter(isMuted)),
    redundant: reduced ? redundantDependencies(edges.filter(drawn)) : new Set(),
  };
}
