import type { EnvironmentSettings } from '@karma/core';
import { type Binding, listEnvironments, readBindings, readDefaultBranch } from '@karma/sources';
import type { Configuration } from '../config/load-config';
import type { EnvironmentConfig, PlacementConfig } from '../config/schema';

export interface Place {
  readonly repository: string;
  readonly branch: string;
}

/** One environment with all that configuration, bindings and defaults say of it. */
export interface ResolvedEnvironment {
  readonly settings: EnvironmentSettings;
  readonly config: Place;
  readonly modules: Place | null;
  readonly placements: readonly PlacementConfig[];
}

const UNCONFIGURED: EnvironmentConfig = { config: {}, modules: {}, placements: [], prefix: '/iac' };

/**
 * Which environments there are and where each is read: as configured, else as bound, else by default.
 * @throws SourceUnavailableError when the config repo cannot be read.
 */
export async function resolveEnvironments({
  config,
  modules,
  environments,
  cacheDirectory,
}: Configuration): Promise<readonly ResolvedEnvironment[]> {
  const branchOf = async (place: { repository: string; branch?: string | undefined }): Promise<Place> => ({
    repository: place.repository,
    branch: place.branch ?? (await readDefaultBranch(place.repository)),
  });
  const defaultConfig = await branchOf(config);
  const defaultModules = modules && (await branchOf(modules));
  const location = { ...defaultConfig, cacheDirectory };
  const { bindings } = await readBindings(location);
  const configured = environments ?? (await discover(location, bindings));

  return Object.entries(configured).map(([name, environment]): ResolvedEnvironment => {
    const binding = bindings.find((candidate) => candidate.environment === name);
    const modulesRepository = environment.modules.repository ?? defaultModules?.repository;
    return {
      settings: settingsOf(name, environment, bindings),
      config: {
        repository: environment.config.repository ?? defaultConfig.repository,
        branch: environment.config.branch ?? binding?.config_branch ?? defaultConfig.branch,
      },
      modules:
        modulesRepository === undefined
          ? null
          : {
              repository: modulesRepository,
              branch: environment.modules.branch ?? binding?.iac_branch ?? defaultModules?.branch ?? 'main',
            },
      placements: environment.placements,
    };
  });
}

/** The environments that are bound, and those that the default branch or a bound one has configs for. */
async function discover(
  location: Place & { readonly cacheDirectory: string },
  bindings: readonly Binding[],
): Promise<Record<string, EnvironmentConfig>> {
  const names = new Set(await listEnvironments(location));
  for (const { environment } of bindings) names.add(environment);
  return Object.fromEntries([...names].sort().map((name) => [name, UNCONFIGURED]));
}

function settingsOf(
  name: string,
  { placements, prefix, abstract = name === 'base' }: EnvironmentConfig,
  bindings: readonly Binding[],
): EnvironmentSettings {
  return {
    name,
    prefix,
    abstract,
    placements: placements.map(({ name: placement, account, region }) => ({
      name: placement,
      account,
      region,
      allowDrift: bindings.find((binding) => binding.name === placement)?.allow_drift ?? false,
    })),
  };
}
