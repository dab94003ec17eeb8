import { contentHash, createWorld, subjects } from '@karma/core';
import { expect, it } from 'vitest';
import { Contents } from './contents';

const texts = Array.from({ length: 500 }, (_, index) => `text ${index}`);
const stored = new Map(texts.map((text) => [contentHash(text), text]));

function emptyHanded() {
  const contents = new Contents({
    contents: async (hashes) => new Map(hashes.flatMap((hash) => [[hash, stored.get(hash) ?? '']] as const)),
  });
  const world = createWorld(contents.read);
  const at = new Date(0).toISOString();
  const changes = [...stored.keys()].map((hash) => ({ subject: subjects.declaration('prod', hash), hash }));
  world.observe({ source: '', key: '', actor: null, at, message: '', observedAt: at, changes });
  return { contents, world };
}

it('does work that lacks everything a few times, not once for each content', async () => {
  const { contents, world } = emptyHanded();
  let attempts = 0;
  const read = await contents.provide(world, () => {
    attempts += 1;
    return [...stored.keys()].map((hash) => world.content(hash));
  });
  expect(read).toEqual(texts);
  expect(attempts).toBeLessThan(20);
});

it('gives up on a content that the store does not have', async () => {
  const world = createWorld(() => undefined);
  const contents = new Contents({ contents: async () => new Map() });
  await expect(contents.provide(world, () => world.content('gone'))).rejects.toMatchObject({ hash: 'gone' });
});
