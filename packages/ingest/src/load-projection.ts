import { build, createWorld } from '@karma/core';
import type { RevisionLog } from '@karma/store';
import type { Contents } from './contents';
import { Projection } from './projection';

/** World and graph at the head, from what the store holds. */
export async function loadProjection(log: RevisionLog, contents: Contents): Promise<Projection> {
  const world = createWorld(contents.read);
  const hashes: string[] = [];
  for await (const { subject, hash, origin } of log.entries()) {
    world.observe({ ...origin, source: '', observedAt: '', changes: [{ subject, hash }] });
    hashes.push(hash);
  }
  await contents.fetch(hashes);
  const built = await contents.provide(world, () => build(world));
  return new Projection(world, built, contents);
}
