import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addCommit, createExample } from '@karma/examples';
import { karma, serve } from './processes';

/** A fresh example organisation with its server. */
export interface World {
  readonly address: string;
  /** Its `karma.config.json`. */
  readonly config: string;
  /** Commits configs, by component id, on the branch that prod reads. */
  commit(files: Readonly<Record<string, unknown>>, message: string): void;
  /** Takes the config repo away while `during` runs. */
  withoutConfigRepository(during: () => Promise<void>): Promise<void>;
  remove(): Promise<void>;
}

export async function createWorld(): Promise<World> {
  const directory = await mkdtemp(path.join(tmpdir(), 'karma-e2e-'));
  const { karmaConfig: config, configRepository: repository } = await createExample({ directory });
  await karma('ingest', '--config', config);
  const server = await serve(config);
  return {
    address: server.address,
    config,
    commit: (files, message) => void addCommit({ repository, message, files }),
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
