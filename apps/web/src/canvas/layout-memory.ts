import type { Answers, Memory } from '@karma/layout';
import { z } from 'zod';

const KEY = 'karma.layouts.1';
/** Characters; well below what browsers grant a page. */
const MOST = 1_000_000;

const answersSchema = z.array(
  z.tuple([z.string(), z.array(z.tuple([z.string(), z.object({ x: z.number(), y: z.number() })]))]),
);

/** Keeps layouts over a reload, so that a known graph is on screen at once. Best effort: what cannot be kept is not. */
export function layoutMemory(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Memory {
  return {
    read() {
      try {
        const answers = answersSchema.parse(JSON.parse(storage.getItem(KEY) ?? '[]'));
        return new Map(answers.map(([content, positions]) => [content, new Map(positions)]));
      } catch {
        return new Map();
      }
    },
    write(answers) {
      try {
        storage.setItem(KEY, textOf(answers));
      } catch {
        storage.removeItem(KEY);
      }
    },
  };
}

/** The newest answers that fit. */
function textOf(answers: Answers): string {
  const kept: string[] = [];
  let length = 0;
  for (const [content, positions] of [...answers].reverse()) {
    const text = JSON.stringify([content, [...positions]]);
    length += text.length;
    if (length > MOST) break;
    kept.unshift(text);
  }
  return `[${kept.join(',')}]`;
}
