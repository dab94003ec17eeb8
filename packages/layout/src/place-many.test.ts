import { describe, expect, it } from 'vitest';
import { layered } from './layered/layered';
import { layout } from './layout';
import type { Box, Engine, Positions } from './types';

const engine: Engine = async (boxes, arrows) => layered(boxes, arrows);
const boxOf = (index: number): Box => ({ id: `n${index}`, width: 220, height: 64, group: ['shop'] });
const xOf = (positions: Positions, index: number) => positions.get(`n${index}`)?.x ?? Number.NaN;

describe('many that join a group at once', () => {
  it('are laid out among themselves, moving and covering nothing', async () => {
    const boxes = Array.from({ length: 60 }, (_, index) => boxOf(index));
    const arrows = boxes.slice(1).map(({ id }, index) => ({ from: `n${index}`, to: id }));
    const before = boxes.slice(0, 3);
    const previous = await layout({ boxes: before, arrows }, engine);
    const positions = await layout({ boxes, arrows, previous }, engine);
    for (const { id } of before) expect(positions.get(id)).toEqual(previous.get(id));
    for (let index = 4; index < boxes.length; index++)
      expect(xOf(positions, index)).toBeGreaterThan(xOf(positions, index - 1));
    const rects = [...positions.values()];
    const covered = rects.filter((a, index) =>
      rects.slice(index + 1).some((b) => Math.abs(a.x - b.x) < 220 && Math.abs(a.y - b.y) < 64),
    );
    expect(covered).toEqual([]);
  });
});
