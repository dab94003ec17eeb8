import { z } from 'zod/mini';
import type { Arrangement } from './arrangement';

const KEY = 'karma.arrangements.1';
/** Characters; well below what browsers grant a page. */
const MOST = 2_000_000;

const savedSchema = z.array(
  z.tuple([
    z.string(),
    z.object({
      places: z.array(z.tuple([z.string(), z.number(), z.number()])),
      pins: z.array(z.string()),
    }),
  ]),
);

export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The arrangements of all spaces, the last one used last; none when they cannot be read. */
export function readArrangements(storage: Storage): Map<string, Arrangement> {
  try {
    const saved = savedSchema.parse(JSON.parse(storage.getItem(KEY) ?? '[]'));
    return new Map(
      saved.map(([space, { places, pins }]) => [
        space,
        { places: new Map(places.map(([id, x, y]) => [id, { x, y }])), pins: new Set(pins) },
      ]),
    );
  } catch {
    return new Map();
  }
}

/** Keeps the last used ones that fit. Best effort: where nothing can be kept, the next visit is laid out anew. */
export function writeArrangements(storage: Storage, spaces: ReadonlyMap<string, Arrangement>): void {
  const kept: string[] = [];
  let length = 0;
  for (const [space, arrangement] of [...spaces].reverse()) {
    const text = `[${JSON.stringify(space)},${textOf(arrangement)}]`;
    length += text.length;
    if (length > MOST) break;
    kept.unshift(text);
  }
  try {
    storage.setItem(KEY, `[${kept.join(',')}]`);
  } catch {
    storage.removeItem(KEY);
  }
}

/** Most spaces stay as they are while one changes. */
const texts = new WeakMap<Arrangement, string>();

function textOf(arrangement: Arrangement): string {
  const { places, pins } = arrangement;
  const text =
    texts.get(arrangement) ??
    JSON.stringify({ places: [...places].map(([id, { x, y }]) => [id, x, y]), pins: [...pins] });
  texts.set(arrangement, text);
  return text;
}
