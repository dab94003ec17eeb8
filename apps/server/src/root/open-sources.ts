import { type ConfiguredEnvironment, createConfigurationSource } from '@karma/ingest';
import { openConfigSource, openModulesSource, type Source, withoutCredentials } from '@karma/sources';
import { ConfigError } from '../config/config-error';
import type { Configuration } from '../config/load-config';
import type { SourceStatus } from '../sync/source-status';
import { openPlacements, type PastReading } from './open-placements';
import { LOCAL_MS, repositoryMs } from './pace';
import type { Place, ResolvedEnvironment } from './resolve-environments';
import { withoutConventions } from './without-conventions';

export type SourceKind = SourceStatus['kind'];

/** What people are told of a source. */
export interface SourceInfo {
  readonly name: string;
  readonly kind: SourceKind;
  readonly location: string;
  /** Milliseconds between two looks while all is well. */
  readonly everyMs: number;
}

export interface OpenSource extends Omit<SourceInfo, 'name'> {
  readonly source: Source;
}

/** @throws ConfigError when two places could not be told apart, or a secret is missing. */
export function openSources(
  configuration: Configuration,
  environments: readonly ResolvedEnvironment[],
  clock: () => Date,
  past: PastReading,
): readonly OpenSource[] {
  const { cacheDirectory, history, conventions, origin } = configuration;
  const opened: OpenSource[] = environments.map(({ settings }) => {
    const environment: ConfiguredEnvironment = { settings, conventions };
    const source = createConfigurationSource(environment, clock);
    return { kind: 'configuration', location: origin, everyMs: LOCAL_MS, source };
  });
  for (const { place, names } of byPlace(environments, ({ config }) => config)) {
    const configs = openConfigSource({ ...place, environments: names, history, cacheDirectory });
    const source = conventions ? withoutConventions(configs) : configs;
    opened.push({
      kind: 'git',
      location: locationOf(place),
      everyMs: repositoryMs(configuration, place.repository),
      source,
    });
  }
  for (const { place, names } of byPlace(environments, ({ modules }) => modules)) {
    const source = openModulesSource({ ...place, environments: names, history, cacheDirectory });
    opened.push({
      kind: 'modules',
      location: locationOf(place),
      everyMs: repositoryMs(configuration, place.repository),
      source,
    });
  }
  opened.push(...openPlacements(configuration, environments, past));
  checkNames(origin, opened);
  return opened;
}

function byPlace(
  environments: readonly ResolvedEnvironment[],
  placeOf: (environment: ResolvedEnvironment) => Place | null,
): Iterable<{ readonly place: Place; readonly names: readonly string[] }> {
  const groups = new Map<string, { place: Place; names: string[] }>();
  for (const environment of environments) {
    const place = placeOf(environment);
    if (place === null) continue;
    const group = groups.get(JSON.stringify(place)) ?? { place, names: [] };
    groups.set(JSON.stringify(place), group);
    group.names.push(environment.settings.name);
  }
  return groups.values();
}

/** For people, without credentials. */
export function locationOf({
  repository,
  branch,
}: {
  repository: string;
  branch?: string | undefined;
}): string {
  const shown = withoutCredentials(repository);
  return branch === undefined ? shown : `${shown} (${branch})`;
}

function checkNames(origin: string, opened: readonly OpenSource[]): void {
  const seen = new Map<string, OpenSource>();
  for (const one of opened) {
    const other = seen.get(one.source.name);
    if (other) {
      const message = `${other.location} and ${one.location} would both be ${one.source.name}. Give them different branches, accounts or regions.`;
      throw new ConfigError(origin, [{ pointer: '/environments', line: null, message }]);
    }
    seen.set(one.source.name, one);
  }
}
