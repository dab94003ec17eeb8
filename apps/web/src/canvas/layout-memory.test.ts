import { describe, expect, it } from 'vitest';
import { layoutMemory } from './layout-memory';

function fakeStorage(limit = Number.POSITIVE_INFINITY) {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => void items.delete(key),
    setItem: (key: string, value: string) => {
      if (value.length > limit) throw new Error('quota');
      items.set(key, value);
    },
  };
}

const answers = new Map([['content', new Map([['a', { x: 1, y: 2 }]])]]);

describe('layoutMemory', () => {
  it('gives back what it was given', () => {
    const storage = fakeStorage();
    layoutMemory(storage).write(answers);
    expect(layoutMemory(storage).read()).toEqual(answers);
  });

  it('keeps the newest that fit', () => {
    const storage = fakeStorage();
    const long = 'x'.repeat(600_000);
    layoutMemory(storage).write(
      new Map([
        [`old ${long}`, new Map()],
        [`new ${long}`, new Map()],
      ]),
    );
    expect([...layoutMemory(storage).read().keys()].map((content) => content.slice(0, 3))).toEqual(['new']);
  });

  it('starts afresh over anything it cannot read or write', () => {
    const storage = fakeStorage(10);
    storage.items.set('karma.layouts.1', '{"no');
    expect(layoutMemory(storage).read().size).toBe(0);
    layoutMemory(storage).write(answers);
    expect(storage.items.size).toBe(0);
  });
});
