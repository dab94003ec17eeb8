import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isUntouched, type Stamp, stampOf } from './stamp';

interface Listing {
  readonly stamp: Stamp;
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** Lists the JSON files below a folder, again and again: folders that did not change are not read. */
export function fileLister(root: string): () => Generator<string> {
  let known = new Map<string, Listing>();
  return function* list() {
    const now = new Map<string, Listing>();
    const folders = [''];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      const path = join(root, folder);
      const stamp = stampOf(path);
      // The root has to be there; a folder that went away meanwhile took its files along.
      if (stamp === undefined && folder !== '') continue;
      const before = known.get(folder);
      const listing =
        stamp && before && isUntouched(before.stamp, stamp) ? before : read(path, stamp ?? MISSING);
      now.set(folder, listing);
      for (const name of listing.folders) folders.push(`${folder}${name}/`);
      for (const name of listing.files) yield `${folder}${name}`;
    }
    known = now;
  };
}

const MISSING: Stamp = { text: '', isFresh: true };

function read(path: string, stamp: Stamp): Listing {
  const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  return {
    stamp,
    folders: entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    files: entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json')).map(({ name }) => name),
  };
}
