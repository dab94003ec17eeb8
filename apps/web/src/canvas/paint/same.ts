import type { Picture } from './paint';

/** Whether these parts of two pictures are the same. */
export const isSame = (a: Picture, b: Picture, parts: readonly (keyof Picture)[]) =>
  parts.every((part) => (part === 'viewport' ? isSameViewport(a, b) : a[part] === b[part]));

const isSameViewport = ({ viewport: a }: Picture, { viewport: b }: Picture) =>
  a.x === b.x && a.y === b.y && a.zoom === b.zoom;
