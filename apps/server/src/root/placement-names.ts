import { type PlacementId, placementId } from '@karma/core';
import type { Configuration } from '../config/load-config';

/** What people call each placement. */
export function placementNames({ environments = {} }: Configuration): ReadonlyMap<PlacementId, string> {
  return new Map(
    Object.values(environments).flatMap(({ placements }) =>
      placements.map(({ account, region, name }) => [placementId(account, region), name] as const),
    ),
  );
}
