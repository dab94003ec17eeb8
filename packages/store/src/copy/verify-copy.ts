import { canonicalJson, type Graph, type Observation } from '@karma/core';
import { isSameHead } from '../head';
import { type Copy, CopyConflictError } from './copy';
import { inBatches } from './parts';

const BATCH = 500;

/** Reads both stores and compares all of it. @throws CopyConflictError */
export async function verifyCopy({ from, to, source, signal, onProgress }: Copy): Promise<void> {
  const head = await to.head();
  if (!isSameHead({ ...head, generation: source.generation }, source) || head.key !== source.key)
    throw new CopyConflictError(
      `the target is at revision ${head.revision}, the source at ${source.revision}`,
    );
  const there = to.observations()[Symbol.asyncIterator]();
  for await (const batch of inBatches(from.observations(), BATCH)) {
    for (const observation of batch)
      expectEqual(`observation ${observation.key}`, observation, (await there.next()).value);
    await verifyContents({ from, to }, batch);
  }
  for (let number = 1; number <= source.revision; number++) {
    signal?.throwIfAborted();
    expectEqual(`revision ${number}`, await from.revision(number), await to.revision(number));
    onProgress?.('verification', number, source.revision);
  }
  expectEqual(
    'the graph',
    elementsOf(await from.graphAt(source.revision)),
    elementsOf(await to.graphAt(source.revision)),
  );
  expectEqual(
    'the cursors',
    Object.fromEntries(await from.cursors()),
    Object.fromEntries(await to.cursors()),
  );
  expectEqual('the world', await worldOf(from), await worldOf(to));
}

async function verifyContents(
  { from, to }: Pick<Copy, 'from' | 'to'>,
  observations: readonly Observation[],
): Promise<void> {
  const hashes = observations.flatMap(({ changes }) => changes.flatMap(({ hash }) => hash ?? []));
  const referred = [...new Set(hashes)];
  const [expected, actual] = [await from.contents(referred), await to.contents(referred)];
  for (const hash of referred) expectEqual(`content ${hash}`, expected.get(hash), actual.get(hash));
}

async function worldOf(log: Copy['from']): Promise<Readonly<Record<string, unknown>>> {
  const world = new Map<string, unknown>();
  for await (const entry of log.entries()) world.set(entry.subject, entry);
  return Object.fromEntries(world);
}

function elementsOf({ components, dependencies, findings }: Graph) {
  return [components, dependencies, findings].map((elements) => Object.fromEntries<unknown>(elements));
}

function expectEqual(what: string, expected: unknown, actual: unknown): void {
  if (canonicalJson(expected) !== canonicalJson(actual))
    throw new CopyConflictError(`${what} is not the same`);
}
