import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arrow, Box, Positions } from '../types';
import { GROUP_PADDING } from './arrange';
import { layered } from './layered';

const box = (id: string, group?: readonly string[]): Box => ({ id, width: 220, height: 64, group });
const positionOf = (positions: Positions, id: string) => {
  const position = positions.get(id);
  if (!position) throw new Error(`${id} was not placed`);
  return position;
};

const graphs = fc
  .array(
    fc.record({
      width: fc.integer({ min: 20, max: 300 }),
      height: fc.integer({ min: 20, max: 90 }),
      group: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .chain((sizes) => {
    const boxes = sizes.map((size, index): Box => ({ id: `n${index}`, ...size }));
    const end = fc.nat(sizes.length - 1).map((index) => `n${index}`);
    return fc.record({
      boxes: fc.constant(boxes),
      arrows: fc.array(fc.record({ from: end, to: end }), { maxLength: 80 }),
    });
  });

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const overlap = (a: Frame, b: Frame) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function framesOf(
  boxes: readonly Box[],
  positions: Positions,
  keyOf: (box: Box) => string,
): Map<string, Frame> {
  const frames = new Map<string, Frame>();
  for (const each of boxes) {
    const { x, y } = positionOf(positions, each.id);
    const known = frames.get(keyOf(each));
    frames.set(keyOf(each), {
      left: Math.min(known?.left ?? x, x),
      top: Math.min(known?.top ?? y, y),
      right: Math.max(known?.right ?? x, x + each.width),
      bottom: Math.max(known?.bottom ?? y, y + each.height),
    });
  }
  return frames;
}

describe('layered', () => {
  it('places every box on whole pixels, none over another, and groups apart', () => {
    fc.assert(
      fc.property(graphs, ({ boxes, arrows }) => {
        const positions = layered(boxes, arrows);
        expect([...positions.values()].every(({ x, y }) => Number.isInteger(x) && Number.isInteger(y))).toBe(
          true,
        );
        const each = [...framesOf(boxes, positions, ({ id }) => id).values()];
        expect(each.length).toBe(boxes.length);
        expect(each.flatMap((a, index) => each.slice(index + 1).filter((b) => overlap(a, b)))).toEqual([]);
        const groups = [...framesOf(boxes, positions, ({ group }) => group?.[0] ?? '')];
        const framed = groups.map(([name, frame]) => (name === '' ? frame : withRoomForItsName(frame)));
        expect(framed.flatMap((a, index) => framed.slice(index + 1).filter((b) => overlap(a, b)))).toEqual(
          [],
        );
      }),
    );
  });

  it('gives the same answer for the same input', () => {
    fc.assert(
      fc.property(graphs, ({ boxes, arrows }) => {
        expect([...layered(boxes, arrows)]).toEqual([...layered(boxes, arrows)]);
      }),
    );
  });

  it('lets every arrow of a group without cycles run to the right', () => {
    const acyclic = graphs.map(({ boxes, arrows }) => ({
      boxes: boxes.map((each) => ({ ...each, group: undefined })),
      arrows: arrows.filter(({ from, to }) => Number(from.slice(1)) < Number(to.slice(1))),
    }));
    fc.assert(
      fc.property(acyclic, ({ boxes, arrows }) => {
        const positions = layered(boxes, arrows);
        for (const { from, to } of arrows) {
          expect(positionOf(positions, from).x).toBeLessThan(positionOf(positions, to).x);
        }
      }),
    );
  });

  it('keeps two chains side by side without crossing', () => {
    const arrows: Arrow[] = [
      { from: 'a1', to: 'a2' },
      { from: 'a2', to: 'hub' },
      { from: 'b1', to: 'b2' },
      { from: 'b2', to: 'hub' },
    ];
    const positions = layered(
      ['a1', 'b1', 'b2', 'a2', 'hub'].map((id) => box(id)),
      arrows,
    );
    const isAbove = (a: string, b: string) => positionOf(positions, a).y < positionOf(positions, b).y;
    expect(isAbove('a1', 'b1')).toBe(isAbove('a2', 'b2'));
  });

  it('places nothing when there is nothing', () => {
    expect(layered([], []).size).toBe(0);
  });
});

function withRoomForItsName({ left, top, right, bottom }: Frame): Frame {
  return {
    left: left - GROUP_PADDING.side,
    top: top - GROUP_PADDING.top,
    right: right + GROUP_PADDING.side,
    bottom: bottom + GROUP_PADDING.side,
  };
}
