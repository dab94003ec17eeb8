import type { Arrow, Box } from './types';

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The same boxes and arrows in one order, whatever order they came in; without loops, doubles and loose ends. */
export function canonical(
  boxes: readonly Box[],
  arrows: readonly Arrow[],
): { boxes: Box[]; arrows: Arrow[] } {
  const known = new Map(boxes.map((box) => [box.id, box]));
  const kept = new Map<string, Arrow>();
  for (const { from, to } of arrows) {
    if (from !== to && known.has(from) && known.has(to)) kept.set(`${from} ${to}`, { from, to });
  }
  return {
    boxes: [...known.values()].sort((a, b) => byText(a.id, b.id)),
    arrows: [...kept.values()].sort((a, b) => byText(a.from, b.from) || byText(a.to, b.to)),
  };
}
