import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MultiIndex } from './multi-index';
import { PersistentMap } from './persistent-map';

const key = fc.integer({ min: 0, max: 400 }).map((number) => `key-${number}`);
const writes = fc.array(fc.tuple(key, fc.option(fc.nat(), { freq: 3 })), { maxLength: 300 });

test('every version of a map holds what was written until then', () => {
  fc.assert(
    fc.property(fc.array(writes, { maxLength: 6 }), (batches) => {
      const versions: [PersistentMap<string, number>, ReadonlyMap<string, number>][] = [
        [PersistentMap.empty(), new Map()],
      ];
      for (const batch of batches) {
        const [map, model] = versions.at(-1) ?? [PersistentMap.empty<string, number>(), new Map()];
        const edit = map.edit();
        const next = new Map(model);
        for (const [name, value] of batch) {
          if (value === null) {
            edit.delete(name);
            next.delete(name);
          } else {
            edit.set(name, value);
            next.set(name, value);
          }
          expect(edit.get(name)).toBe(next.get(name));
        }
        versions.push([edit.done(), next]);
      }
      for (const [map, model] of versions) {
        expect(map.size).toBe(model.size);
        expect(new Map(map)).toEqual(model);
        expect(new Set(map.keys())).toEqual(new Set(model.keys()));
      }
    }),
  );
});

test('moving a member says which sets differ, and leaves the version before alone', () => {
  const edit = MultiIndex.empty<string, string>().edit();
  edit.move('x', [], ['a', 'b']);
  edit.move('y', [], ['b']);
  const first = edit.done();
  const next = first.edit();
  expect(next.move('x', ['a', 'b'], ['b', 'c'])).toEqual(new Set(['a', 'c']));
  expect(['a', 'b', 'c'].map((name) => [...next.get(name)])).toEqual([[], ['x', 'y'], ['x']]);
  next.remove('b', 'x');
  const before = first.edit();
  expect(['a', 'b', 'c'].map((name) => [...before.get(name)])).toEqual([['x'], ['x', 'y'], []]);
});
