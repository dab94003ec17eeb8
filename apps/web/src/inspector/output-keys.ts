import type { PlacementDetail } from '../api/types';

/** Names of the outputs over all placements, sorted, each once. */
export const outputKeys = (placements: readonly Pick<PlacementDetail, 'outputs'>[]) =>
  [...new Set(placements.flatMap(({ outputs }) => outputs.map(({ key }) => key)))].sort();
