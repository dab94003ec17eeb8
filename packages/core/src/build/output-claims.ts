import type { ComponentType } from '../catalog';
import type { CompiledConventions } from '../compile-conventions';
import { entriesOf, type JsonObject } from '../config/json';
import { mayName, snakeCase } from '../facts/keys';
import type { Claim } from '../facts/types';
import { normaliseValue, valueKind } from '../facts/values';
import type { LoadedPlacement } from './placements';

function texts(value: unknown, found: Set<string>): Set<string> {
  if (typeof value === 'string') found.add(normaliseValue(value));
  else for (const [, item] of entriesOf(value)) texts(item, found);
  return found;
}

/**
 * Values that a component claims through outputs that it creates (rule 5). An output whose value stands in its own
 * config, or is a default that its module gives a key, only echoes it and claims nothing.
 */
export function outputClaims(
  placements: readonly LoadedPlacement[],
  config: JsonObject | null,
  module: ComponentType | undefined,
  conventions: CompiledConventions,
): Claim[] {
  const claims = new Map<string, Claim>();
  let echoes: Set<string> | undefined;
  const visit = (value: unknown, key: string): void => {
    if (typeof value !== 'string') {
      for (const [childKey, child] of entriesOf(value)) {
        if (childKey !== 'tags' && childKey !== 'tags_all')
          visit(child, Array.isArray(value) ? key : childKey);
      }
      return;
    }
    const snake = snakeCase(key);
    const kind = valueKind(value, mayName(snake, conventions));
    if (kind === null) return;
    const normal = normaliseValue(value);
    echoes ??= texts([config, module?.keys.map((configKey) => configKey.default) ?? []], new Set());
    if (!echoes.has(normal))
      claims.set(`${snake} ${normal}`, { value: normal, key: snake, kind, identifying: false });
  };
  for (const { outputs } of placements) {
    for (const { key, value } of outputs) if (key !== 'tags' && key !== 'tags_all') visit(value, key);
  }
  return [...claims.values()];
}
