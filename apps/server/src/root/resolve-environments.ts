import type { EnvironmentSettings } from '@karma/core';
import { type Binding, readDefaultBranch } from '@karma/sources';
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

/** Where environments are read of which neither configuration nor binding says anything. */
export interface DefaultPlaces {
  readonly config: Place;
  readonly modules: Place | null;
}

/** @throws SourceUnavailableError when a default branch is not configured and cannot be asked for. */
export async function readDefaultPlaces(
  { config, modules }: Configuration,
  signal?: AbortSignal,
): Promise<DefaultPlaces> {
  const placeOf = async ({ repository, branch }: NonNullable<Configuration['modules']>): Promise<Place> => ({
    repository,
    branch: branch ?? (await readDefaultBranch(repository, signal)),
  });
  return { config: await placeOf(config), modules: modules ? await placeOf(modules) : null };
}

/**
 * Which environments there are and where each is read: as configured, else as bound, else by default.
 * @param folders environments that the default branch has configs for; what is configured stands in for them.
 */
export function resolveEnvironments(
  { environments }: Configuration,
  defaults: DefaultPlaces,
  bindings: readonly Binding[],
  folders: readonly string[],
): readonly ResolvedEnvironment[] {
  const configured = environments ?? discovered(folders, bindings);
  return Object.entries(configured).map(([name, environment]): ResolvedEnvironment => {
    const binding = bindings.find((candidate) => candidate.environment === name);
    const modulesRepository = environment.modules.repository ?? defaults.modules?.repository;
    return {
      settings: settingsOf(name, environment, bindings),
      config: {
        repository: environment.config.repository ?? defaults.config.repository,
        branch: environment.config.branch ?? binding?.config_branch ?? defaults.config.branch,
      },
      modules:
        modulesRepository === undefined
          ? null
          : {
              repository: modulesRepository,
              branch: environment.modules.branch ?? binding?.iac_branch ?? defaults.modules?.branch ?? 'main',
            },
      placements: environment.placements,
    };
  });
}

/** The environments that are bound, and those that the default branch has configs for. */
function discovered(
  folders: readonly string[],
  bindings: readonly Binding[],
): Record<string, EnvironmentConfig> {
  const names = new Set([...folders, ...bindings.map(({ environment }) => environment)]);
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
