import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateOrganisation, writeOrganisation } from '@karma/bench';
import { addCommit, appendCommits, createExample, runGit } from '@karma/examples';
import { karma, serve } from './processes';

/** A fresh organisation with its server. */
export interface World {
  readonly address: string;
  /** Its `karma.config.json`. */
  readonly config: string;
  /** Commits configs, by component id, on the branch that prod reads. */
  commit(files: Readonly<Record<string, unknown>>, message: string): void;
  /** Runs Git in the config repo; gives what it printed. */
  git(...args: readonly string[]): string;
  /** Takes the config repo away while `during` runs. */
  withoutConfigRepository(during: () => Promise<void>): Promise<void>;
  remove(): Promise<void>;
}

type Commit = World['commit'];

/** The example organisation. */
export async function createWorld(): Promise<World> {
  const directory = await temporaryDirectory();
  const { karmaConfig, configRepository: repository } = await createExample({ directory });
  const commit: Commit = (files, message) => void addCommit({ repository, message, files });
  return serveWorld(directory, karmaConfig, repository, commit);
}

/** A generated organisation of that many components in `prod`, always the same. */
export async function createGeneratedWorld(components: number): Promise<World> {
  const directory = await temporaryDirectory();
  const organisation = generateOrganisation({ components, seed: 7 });
  const { karmaConfig, configRepository: repository } = writeOrganisation(directory, organisation);
  const by = { name: 'Ines', email: 'ines@karma.example' };
  const commit: Commit = (configs, message) => {
    const files = new Map(
      Object.entries(configs).map(
        ([id, config]) => [`iac/${id}/config.json`, config === null ? null : JSON.stringify(config)] as const,
      ),
    );
    // Git knows whole seconds.
    const at = new Date(Math.floor(Date.now() / 1000) * 1000).toISOString();
    appendCommits(repository, [{ at, by, branch: 'main', message, files }]);
  };
  return serveWorld(directory, karmaConfig, repository, commit);
}

const temporaryDirectory = () => mkdtemp(path.join(tmpdir(), 'karma-e2e-'));

async function serveWorld(
  directory: string,
  config: string,
  repository: string,
  commit: Commit,
): Promise<World> {
  await karma('ingest', '--config', config);
  const server = await serve(config);
  return {
    address: server.address,
    config,
    commit,
    git: (...args) => runGit(repository, args),
    withoutConfigRepository: async (during) => {
      const away = `${repository}.away`;
      await rename(repository, away);
      await during().finally(() => rename(away, repository));
    },
    remove: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
