import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layered } from './layered/layered';
import { layout } from './layout';
import type { Arrow, Box, Engine, Positions } from './types';

const engine: Engine = async (boxes, arrows) => layered(boxes, arrows);
const CARD = { width: 220, height: 64 };

/** Groups `g0`, `g1` … of so many boxes each, with arrows between them at random. */
const worlds = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 6 }),
    links: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30 }),
  })
  .map(({ sizes, links }) => {
    const groups = sizes.map((size, group) =>
      Array.from(
        { length: size },
        (_, index): Box => ({ id: `${group}.${index}`, ...CARD, group: [`g${group}`] }),
      ),
    );
    const all = groups.flat();
    const arrows = links.flatMap(([a, b]): Arrow[] => {
      const [from, to] = [all[a % all.length], all[b % all.length]];
      return from && to ? [{ from: from.id, to: to.id }] : [];
    });
    return { groups, arrows };
  });
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

/** What is on the map when these groups are open. */
function drawing({ groups, arrows }: World, open: ReadonlySet<number>) {
  const elementOf = new Map(
    groups.flatMap((members, group) =>
      members.map(({ id }) => [id, open.has(group) ? id : `g${group}`] as const),
    ),
  );
  return {
    boxes: groups.flatMap((members, group): Box[] =>
      open.has(group) ? members : [{ id: `g${group}`, ...CARD, standsFor: members.map(({ id }) => id) }],
    ),
    arrows: arrows.map(({ from, to }) => ({ from: elementOf.get(from) ?? '', to: elementOf.get(to) ?? '' })),
  };
}

const PADDING = { top: 44, side: 20 };
function framesIn(boxes: readonly Box[], places: Positions) {
  const frames = new Map<string, { left: number; top: number; right: number; bottom: number }>();
  for (const { id, group } of boxes) {
    const { x = 0, y = 0 } = places.get(id) ?? {};
    const pad = group ? PADDING : { top: 0, side: 0 };
    const key = group?.[0] ?? id;
    const old = frames.get(key) ?? { left: x, top: y, right: x, bottom: y };
    frames.set(key, {
      left: Math.min(old.left, x - pad.side),
      top: Math.min(old.top, y - pad.top),
      right: Math.max(old.right, x + CARD.width + pad.side),
      bottom: Math.max(old.bottom, y + CARD.height + pad.side),
    });
  }
  return [...frames.values()];
}

describe('opening and shutting groups', () => {
  it('moves nothing else, covers nothing, and comes back to the pixel', async () => {
    await fc.assert(
      fc.asyncProperty(
        worlds,
        fc.array(fc.nat(5), { minLength: 1, maxLength: 8 }),
        async (world, toggles) => {
          const open = new Set<number>();
          let remembered: Positions = await layout(drawing(world, open), engine);
          for (const toggle of toggles) {
            const group = toggle % world.groups.length;
            if (!open.delete(group)) open.add(group);
            const now = drawing(world, open);
            const places = await layout({ ...now, previous: remembered }, engine);
            for (const { id } of now.boxes) {
              const before = remembered.get(id);
              if (before) expect(places.get(id)).toEqual(before);
            }
            const frames = framesIn(now.boxes, places);
            for (const [index, a] of frames.entries())
              for (const b of frames.slice(index + 1))
                expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(
                  false,
                );
            remembered = new Map([...remembered, ...places]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('opens a group where its box stood, when there is room', async () => {
    const shut: Box[] = ['a', 'b'].map((id) => ({ id, ...CARD, standsFor: [`${id}.0`] }));
    const previous = new Map([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 2000, y: 0 }],
    ]);
    const [b] = shut.slice(1);
    const boxes = [{ id: 'a.0', ...CARD, group: ['a'] }, ...(b ? [b] : [])];
    const places = await layout({ boxes, arrows: [], previous }, engine);
    expect(places.get('a.0')).toEqual({ x: 20, y: 44 });
  });

  it('places what joins an open group beside it', async () => {
    const boxes = ['0', '1', '2'].map((id) => ({ id, ...CARD, group: ['g'] }));
    const far = { id: 'far', ...CARD };
    const previous = new Map([
      ['0', { x: 0, y: 0 }],
      ['1', { x: 0, y: 112 }],
      ['far', { x: 5000, y: 0 }],
    ]);
    const arrows = [{ from: '2', to: 'far' }];
    const places = await layout({ boxes: [...boxes, far], arrows, previous }, engine);
    expect(Math.abs(places.get('2')?.x ?? Number.NaN)).toBeLessThan(600);
  });
});
