import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './process.mjs';

const LEFT_OUT = new Set(['node_modules', 'dist', '.karma', '.git', 'test-results']);

/** A hash of files and whole folders (relative to the root), by path and content. */
export function contentStamp(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesOf).sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function filesOf(relative) {
  if (!statSync(path.join(root, relative)).isDirectory()) return [relative];
  return readdirSync(path.join(root, relative))
    .filter((name) => !LEFT_OUT.has(name))
    .flatMap((name) => filesOf(`${relative}/${name}`));
}

/** Does `work` unless it was done before with the same `stamp`, which `file` remembers. Says whether it did. */
export async function unlessStamped(file, stamp, work) {
  if (readStamp(file) === stamp) return false;
  await work();
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), stamp);
  return true;
}

function readStamp(file) {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}
