import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { appendCommits, type CommitToMake, createRepository, runGit } from '@karma/examples';
import { ENVIRONMENT, type Organisation } from './generate';
import { createRandom } from './random';

/** Where a synthetic organisation lies. */
export interface Written {
  readonly configRepository: string;
  readonly modulesRepository: string;
  readonly karmaConfig: string;
}

const BY = { name: 'Bench', email: 'bench@karma.example' };
const START = Date.parse('2026-01-01T00:00:00Z');

/**
 * Makes Git repositories and a `karma.config.json` of an organisation in a directory.
 * @param commits how many commits the config repo gets: the first brings everything, each other edits one config.
 */
export function writeOrganisation(directory: string, organisation: Organisation, commits = 1): Written {
  mkdirSync(directory, { recursive: true });
  const configRepository = path.join(directory, 'config');
  const modulesRepository = path.join(directory, 'iac');
  createRepository(configRepository, history(organisation, commits), { checkout: false });
  createRepository(modulesRepository, [commit(0, 'All modules', organisation.modules)]);
  const karmaConfig = path.join(directory, 'karma.config.json');
  const config = {
    store: { kind: 'sqlite', file: 'karma.db' },
    config: { repository: 'config', branch: 'main' },
    modules: { repository: 'iac', branch: 'main' },
    environments: { [ENVIRONMENT]: {} },
    history: commits > 1 ? 'full' : 'head',
  };
  writeFileSync(karmaConfig, `${JSON.stringify(config, null, 2)}\n`);
  return { configRepository, modulesRepository, karmaConfig };
}

function* history({ configs }: Organisation, commits: number): Generator<CommitToMake> {
  const random = createRandom(commits);
  const files = new Map(configs);
  const paths = [...files.keys()];
  yield commit(0, 'All configs', files);
  for (let index = 1; index < commits; index++) {
    const file = random.pick(paths);
    const edited = editConfig(files.get(file) ?? '{}', index);
    files.set(file, edited);
    yield commit(index, `Resize ${file}`, new Map([[file, edited]]));
  }
}

/** One more commit on the config repo that edits one config. */
export function commitEdit(repository: string, organisation: Organisation, index: number): void {
  const paths = [...organisation.configs.keys()];
  const file = paths[(index * 7919) % paths.length] ?? '';
  const edited = editConfig(organisation.configs.get(file) ?? '{}', 1_000_000 + index);
  appendCommits(repository, [commit(100_000 + index, `Resize ${file}`, new Map([[file, edited]]))]);
}

/** The config with another size. */
export function editConfig(text: string, size: number): string {
  return text.replace(/"size": \d+/, `"size": ${size}`);
}

/** The config with a dependency on the first hub more. */
export function connectToHub(text: string): string {
  return text.replace('"settings":', '"vpc_nickname": "main",\n  "settings":');
}

/** A branch off `main` with one commit of these files. */
export function commitToBranch(repository: string, branch: string, files: ReadonlyMap<string, string>): void {
  runGit(repository, ['branch', '--force', branch, 'main']);
  appendCommits(repository, [{ ...commit(200_000, `Edit ${files.size} configs`, files), branch }]);
}

function commit(index: number, message: string, files: ReadonlyMap<string, string>): CommitToMake {
  const at = new Date(START + index * 600_000).toISOString();
  return { at, by: BY, branch: 'main', message, files };
}
