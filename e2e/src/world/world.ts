import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { git, karma, script, serve } from './processes';

/** A fresh example organisation with its server. */
export interface World {
  readonly address: string;
  /** Its `karma.config.json`. */
  readonly config: string;
  /** Commits the config of one component on the branch that prod reads. */
  commit(id: string, config: unknown, message: string): Promise<void>;
  /** Takes the config repo away while `during` runs. */
  withoutConfigRepository(during: () => Promise<void>): Promise<void>;
  remove(): Promise<void>;
}

export async function createWorld(): Promise<World> {
  const directory = await mkdtemp(path.join(tmpdir(), 'karma-e2e-'));
  const config = path.join(directory, 'karma.config.json');
  await script('examples/src/main.ts', directory);
  const written = JSON.parse(await readFile(config, 'utf8'));
  const repository = path.resolve(directory, written.config.repository);
  await karma('ingest', '--config', config);
  const server = await serve(config);
  return {
    address: server.address,
    config,
    commit: (id, content, message) => commit(repository, id, content, message),
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

async function commit(repository: string, id: string, content: unknown, message: string): Promise<void> {
  const file = `iac/${id}/config.json`;
  await git(repository, 'checkout', '--quiet', 'main');
  await mkdir(path.dirname(path.join(repository, file)), { recursive: true });
  await writeFile(path.join(repository, file), `${JSON.stringify(content, null, 2)}\n`);
  await git(repository, 'add', file);
  await git(repository, 'commit', '--quiet', '-m', message);
}
