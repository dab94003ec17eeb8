import type { ComponentType, ConfigKey } from './catalog';
import { compareText } from './collections/equal';
import { EXTENDS } from './config/effective';
import { parseConfig } from './config/parse-config';
import { joinPointer } from './config/pointer';
import { jsonType } from './facts/schema';

/**
 * What can be said of a type that has no module: the keys that its configs set at the top, with the type that they
 * agree on. A key counts as required when every config sets it. For looking at, not for judging: `build` finds no
 * problems by it.
 * @param texts effective or own configs, as JSON; unreadable ones are left out.
 */
export function deriveType(name: string, texts: Iterable<string>): ComponentType {
  const seen = new Map<string, { count: number; type: ConfigKey['type'] }>();
  let configs = 0;
  for (const text of texts) {
    const parsed = parseConfig(text);
    if (!parsed.ok) continue;
    configs++;
    for (const [key, value] of Object.entries(parsed.config)) {
      if (key === EXTENDS) continue;
      const type = jsonType(value);
      const before = seen.get(key);
      seen.set(key, {
        count: (before?.count ?? 0) + 1,
        type: before === undefined || before.type === type ? type : 'unknown',
      });
    }
  }
  const keys = [...seen]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, { count, type }]) => ({
      pointer: joinPointer('', key),
      required: count === configs,
      type,
      at: [],
    }));
  return {
    name,
    description: null,
    keys,
    references: [],
    outputs: [],
    outputsKnown: false,
    aliases: [],
    problems: [],
    files: [],
  };
}
