import { type ComponentId, componentName } from '@karma/core';
import { ForgeError } from '@karma/forge';
import { withoutCredentials } from '@karma/sources';
import type { Place, ResolvedEnvironment } from '../root/resolve-environments';

/** The files of a draft that go to one branch. */
export interface DraftPart<F> {
  /** Its repository goes to stores and browsers: it holds no credentials. */
  readonly place: Place;
  readonly environments: readonly string[];
  readonly files: readonly F[];
}

/**
 * Cuts a draft by the branches that its environments are read from: each becomes one proposal.
 * @throws ForgeError for an environment that is read from nowhere.
 */
export function partsOf<F extends { readonly id: ComponentId }>(
  files: readonly F[],
  environments: readonly ResolvedEnvironment[],
): DraftPart<F>[] {
  const parts = new Map<string, { place: Place; environments: Set<string>; files: F[] }>();
  for (const file of files) {
    const { environment } = componentName(file.id);
    const found = environments.find(({ settings }) => settings.name === environment);
    if (!found)
      throw new ForgeError(
        'not-found',
        `No branch is known for the environment ${environment} of ${file.id}.`,
      );
    const place = { ...found.config, repository: withoutCredentials(found.config.repository) };
    const key = JSON.stringify(place);
    const part = parts.get(key) ?? { place, environments: new Set(), files: [] };
    part.environments.add(environment);
    part.files.push(file);
    parts.set(key, part);
  }
  return [...parts.values()].map((part) => ({ ...part, environments: [...part.environments].sort() }));
}
