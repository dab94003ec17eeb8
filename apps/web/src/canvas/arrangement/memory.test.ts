import { describe, expect, it } from 'vitest';
import { readArrangements, writeArrangements } from './memory';

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

const arrangement = { places: new Map([['a', { x: 1, y: -2 }]]), pins: new Set(['a']) };

describe('the memory of arrangements', () => {
  it('gives back what it was given', () => {
    const storage = fakeStorage();
    writeArrangements(storage, new Map([['prod', arrangement]]));
    expect(readArrangements(storage)).toEqual(new Map([['prod', arrangement]]));
  });

  it('keeps the last used ones that fit', () => {
    const storage = fakeStorage();
    const long = 'x'.repeat(1_200_000);
    writeArrangements(
      storage,
      new Map([
        [`old ${long}`, arrangement],
        [`new ${long}`, arrangement],
      ]),
    );
    expect([...readArrangements(storage).keys()].map((space) => space.slice(0, 3))).toEqual(['new']);
  });

  it('starts afresh over anything it cannot read or write', () => {
    const storage = fakeStorage(10);
    writeArrangements(storage, new Map([['prod', arrangement]]));
    expect(storage.items.size).toBe(0);
    for (const text of ['{"no', '[["prod",{"places":[["a",1]],"pins":[]}]]']) {
      const broken = { ...fakeStorage(), getItem: () => text };
      expect(readArrangements(broken).size).toBe(0);
    }
  });
});
