import { layered } from '../layered/layered';

/** More make the first answer no faster, and take longer than the page takes to ask. */
const ROUNDS = 2;
const BOXES = 200;

/** Lays out a made-up graph, so that the engine's code is compiled when the first real one comes. */
export function warmUp(): void {
  const boxes = Array.from({ length: BOXES }, (_, index) => ({
    id: `${index}`,
    width: 220,
    height: 64,
    group: [`${index % 3}`, `${index % 9}`],
  }));
  const arrows = boxes.flatMap(({ id }, index) =>
    [3, 7].map((step) => ({ from: id, to: `${(index * step + 1) % BOXES}` })),
  );
  for (let round = 0; round < ROUNDS; round++) layered(boxes, arrows);
}
