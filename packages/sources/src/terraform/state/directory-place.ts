import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceUnavailableError } from '../../source';
import { type ListedState, STATE_FILE, type StatePlace, stateName } from './place';

/** States in a directory of this machine. */
export function directoryPlace(source: string, directory: string): StatePlace {
  return {
    async list(signal) {
      const listed: ListedState[] = [];
      for (const type of await foldersOf(directory).catch(cannotList)) {
        signal?.throwIfAborted();
        for (const nickname of (await foldersOf(join(directory, type)).catch(goneOrThrow)) ?? []) {
          const file = `${type}/${nickname}/${STATE_FILE}`;
          const name = stateName(file);
          const stats = await stat(join(directory, file)).catch(goneOrThrow);
          if (name === null || !stats?.isFile()) continue;
          listed.push({ name, file, stamp: `${stats.mtimeMs}-${stats.size}`, at: stats.mtime.toISOString() });
        }
      }
      return listed;
    },
    read: async ({ file }) => readFile(join(directory, file), 'utf8').catch(goneOrThrow),
  };

  async function foldersOf(folder: string): Promise<string[]> {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  }

  function cannotList(cause: unknown): never {
    throw new SourceUnavailableError(
      source,
      `The folder ${directory} cannot be listed.`,
      'Check state.directory of this placement.',
      { cause },
    );
  }

  /** What cannot be read is not gone. */
  function goneOrThrow(cause: NodeJS.ErrnoException): null {
    if (cause.code === 'ENOENT') return null;
    throw new SourceUnavailableError(
      source,
      `A state in ${directory} cannot be read (${cause.code}).`,
      'Make the files readable.',
      { cause },
    );
  }
}
