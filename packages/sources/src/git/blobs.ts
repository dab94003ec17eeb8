import { SourceUnavailableError } from '../source';
import type { Repository } from './repository';

/** Larger files are not loaded; their content says how large they are. */
const MAX_BLOB_BYTES = 1024 * 1024;

const MAX_GROUP_BYTES = 16 * 1024 * 1024;

export type BlobSizes = ReadonlyMap<string, number>;

/** Content that stands for a file that is too large to load. */
function tooLarge(bytes: number): string {
  return JSON.stringify({ $karma: 'too-large', bytes });
}

/** @returns bytes by blob id, one process for all. */
export async function blobSizes(
  repository: Repository,
  blobs: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<BlobSizes> {
  if (blobs.size === 0) return new Map();
  const out = await repository.git(
    ['cat-file', '--batch-check=%(objectname) %(objectsize)', '--buffer'],
    lines(blobs),
    signal,
  );
  const sizes = new Map<string, number>();
  for (const line of out.toString('latin1').trimEnd().split('\n')) {
    const [blob = '', size = ''] = line.split(' ');
    if (!/^\d+$/.test(size)) throw missing(repository, blob);
    sizes.set(blob, Number(size));
  }
  return sizes;
}

/** @returns text by blob id, one process for all; too large ones as {@link tooLarge}. Invalid UTF-8 is replaced. */
export async function readBlobs(
  repository: Repository,
  sizes: BlobSizes,
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const wanted: string[] = [];
  for (const [blob, bytes] of sizes)
    if (bytes > MAX_BLOB_BYTES) texts.set(blob, tooLarge(bytes));
    else wanted.push(blob);
  if (wanted.length === 0) return texts;
  const out = await repository.git(['cat-file', '--batch', '--buffer'], lines(wanted), signal);
  let at = 0;
  for (const blob of wanted) {
    const header = out.indexOf(0x0a, at);
    const size = sizes.get(blob);
    if (header < 0 || size === undefined) throw missing(repository, blob);
    at = header + 1 + size;
    texts.set(blob, out.toString('utf8', header + 1, at));
    at += 1;
  }
  return texts;
}

export interface NeedsBlobs {
  readonly blobs: readonly string[];
}

/** Cuts steps into groups whose blobs fit in memory; one step is never cut. */
export function* groupBySize<S extends NeedsBlobs>(
  steps: readonly S[],
  sizes: BlobSizes,
): Generator<{ readonly steps: readonly S[]; readonly sizes: BlobSizes }> {
  let group: S[] = [];
  let loaded = new Map<string, number>();
  let bytes = 0;
  for (const step of steps) {
    const weight = step.blobs.reduce((sum, blob) => sum + (loaded.has(blob) ? 0 : weightOf(sizes, blob)), 0);
    if (bytes + weight > MAX_GROUP_BYTES && group.length > 0) {
      yield { steps: group, sizes: loaded };
      group = [];
      loaded = new Map();
      bytes = 0;
    }
    group.push(step);
    bytes += weight;
    for (const blob of step.blobs) loaded.set(blob, sizes.get(blob) ?? 0);
  }
  if (group.length > 0) yield { steps: group, sizes: loaded };
}

function weightOf(sizes: BlobSizes, blob: string): number {
  const bytes = sizes.get(blob) ?? 0;
  return bytes > MAX_BLOB_BYTES ? 0 : bytes;
}

function lines(blobs: Iterable<string>): string {
  return `${[...blobs].join('\n')}\n`;
}

function missing(repository: Repository, blob: string): SourceUnavailableError {
  return new SourceUnavailableError(
    repository.source,
    `Object ${blob} is missing: the clone is incomplete.`,
    'Run `git fsck`; complete a shallow or partial clone with `git fetch --unshallow` or `git fetch --refetch`.',
  );
}
