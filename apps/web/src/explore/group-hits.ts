import type { SearchHit } from '../api/types';

/** Search hits under headings: those of the environment looked at first, then the others; empty groups left out. */
export function groupHits(hits: readonly SearchHit[], environment: string | undefined) {
  const isHere = ({ card }: SearchHit) => card.environment === environment;
  return [
    { label: `Components in ${environment}`, hits: hits.filter(isHere) },
    { label: 'In other environments', hits: hits.filter((hit) => !isHere(hit)) },
  ].filter((group) => group.hits.length > 0);
}
