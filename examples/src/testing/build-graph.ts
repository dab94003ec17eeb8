import {
  type BuiltGraph,
  build,
  contentHash,
  createWorld,
  environmentSettingsSchema,
  type Placement,
  placementId,
  type Subject,
  subjects,
  type World,
} from '@karma/core';
import { openConfigSource, openModulesSource, openParameterTree, type Source } from '@karma/sources';

/** One environment and where its facts are. */
export interface EnvironmentToBuild {
  readonly name: string;
  readonly branch: string;
  readonly placements: readonly (Placement & {
    /** Its parameter tree; left out, only what `parameters` says is known. */
    readonly directory?: string;
  })[];
}

export interface ToBuild {
  readonly configRepository: string;
  readonly modulesRepository?: string;
  readonly cacheDirectory: string;
  readonly environments: readonly EnvironmentToBuild[];
  /** Parameters that are not in a tree, by placement and name; the value is written as one `String`. */
  readonly parameters?: readonly {
    readonly placement: Placement;
    readonly name: string;
    readonly value: string;
  }[];
}

/** Reads repositories and parameter trees through the real sources and builds the graph of all environments. */
export async function buildGraph(
  from: ToBuild,
): Promise<{ readonly world: World; readonly built: BuiltGraph }> {
  const contents = new Map<string, string>();
  const world = createWorld((hash) => contents.get(hash));
  const set = (key: string, subject: Subject, content: string) => {
    const hash = contentHash(content);
    contents.set(hash, content);
    const at = new Date(0).toISOString();
    world.observe({
      key,
      source: 'test',
      actor: null,
      at,
      message: '',
      observedAt: at,
      changes: [{ subject, hash }],
    });
  };
  for (const { name, placements } of from.environments) {
    const settings = environmentSettingsSchema.parse({
      name,
      placements: placements.map(({ directory: _directory, ...placement }) => placement),
      prefix: '/iac',
      abstract: name === 'base',
    });
    set(`config:${name}`, subjects.environment(name), JSON.stringify(settings));
  }
  for (const source of sourcesOf(from))
    for await (const batch of source.observe(undefined)) {
      for (const [hash, content] of batch.contents) contents.set(hash, content);
      for (const observation of batch.observations) world.observe(observation);
    }
  for (const { placement, name, value } of from.parameters ?? [])
    set(
      `ssm:${name}@1`,
      subjects.parameter(placementId(placement.account, placement.region), name),
      JSON.stringify({ type: 'String', value }),
    );
  return { world, built: build(world) };
}

function sourcesOf({ configRepository, modulesRepository, cacheDirectory, environments }: ToBuild): Source[] {
  const branches = new Set(environments.map(({ branch }) => branch));
  const trees = environments.flatMap(({ placements }) => placements);
  return [
    ...[...branches].flatMap((branch) => {
      const names = environments.filter((one) => one.branch === branch).map(({ name }) => name);
      const options = { branch, environments: names, history: 'full' as const, cacheDirectory };
      const configs = openConfigSource({ ...options, repository: configRepository });
      if (modulesRepository === undefined) return [configs];
      return [configs, openModulesSource({ ...options, repository: modulesRepository })];
    }),
    ...trees.flatMap(({ directory, account, region }) =>
      directory === undefined ? [] : openParameterTree({ directory, account, region }),
    ),
  ];
}
