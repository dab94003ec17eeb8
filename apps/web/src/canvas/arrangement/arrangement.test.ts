import { describe, expect, it } from 'vitest';
import {
  NOTHING_PLACED,
  pinned,
  pinnedPlaces,
  redone,
  type Steps,
  settle,
  tidied,
  undone,
  unpinned,
} from './arrangement';

const at = (x: number, y = 0) => ({ x, y });
const start = settle(
  NOTHING_PLACED,
  new Map([
    ['a', at(1)],
    ['b', at(2)],
  ]),
);
const placesOf = ({ now }: Steps) => Object.fromEntries([...now.places].map(([id, { x }]) => [id, x]));

describe('steps of an arrangement', () => {
  it('takes in what is new, and keeps what is not on the map now', () => {
    expect(
      placesOf(
        settle(
          start,
          new Map([
            ['b', at(2)],
            ['c', at(3)],
          ]),
        ),
      ),
    ).toEqual({ a: 1, b: 2, c: 3 });
    expect(undone(settle(start, new Map([['c', at(3)]]))).now.places.size).toBe(3);
  });

  it('undoes and redoes tidying, to the pixel', () => {
    const tidy = tidied(
      start,
      new Map([
        ['a', at(10)],
        ['b', at(20)],
      ]),
    );
    expect(placesOf(tidy)).toEqual({ a: 10, b: 20 });
    expect(placesOf(undone(tidy))).toEqual({ a: 1, b: 2 });
    expect(placesOf(redone(undone(tidy)))).toEqual({ a: 10, b: 20 });
    expect([tidy, undone(tidy), redone(undone(tidy))].map(({ turns }) => turns)).toEqual([1, 2, 3]);
  });

  it('forgets when tidied what is not on the map, but for pins', () => {
    const tidy = tidied(pinned(start, 'a', at(7)), new Map([['b', at(20)]]));
    expect(placesOf(tidy)).toEqual({ a: 7, b: 20 });
    expect(placesOf(tidied(start, new Map([['b', at(20)]])))).toEqual({ b: 20 });
  });

  it('pins, lets go of one or of all, and undoes each', () => {
    const two = pinned(pinned(start, 'a', at(5)), 'b', at(6));
    expect([...two.now.pins]).toEqual(['a', 'b']);
    expect(pinnedPlaces(two.now.places, two.now.pins)).toEqual(
      new Map([
        ['a', at(5)],
        ['b', at(6)],
      ]),
    );
    expect([...unpinned(two, 'a').now.pins]).toEqual(['b']);
    expect(placesOf(unpinned(two))).toEqual({ a: 5, b: 6 });
    expect([...unpinned(two).now.pins]).toEqual([]);
    expect(undone(unpinned(two)).now).toEqual(two.now);
    expect(placesOf(undone(undone(two)))).toEqual({ a: 1, b: 2 });
  });

  it('has nothing to undo or redo at the ends, and forgets the future with a new step', () => {
    expect(undone(start)).toBe(start);
    expect(redone(start)).toBe(start);
    expect(pinned(undone(pinned(start, 'a', at(5))), 'b', at(6)).future).toEqual([]);
  });
});
