import { readFileSync } from 'node:fs';
import {
  componentIdSchema,
  componentName,
  isObject,
  mergePatch,
  parseConfig,
  plan,
  pointerSegments,
  subjects,
  valueAt,
} from '@karma/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleGraph } from './testing/example-graph';
import { temporaryDirectory } from './testing/temporary-directory';

/** Rows of the table in docs/plan.md: component, key, outputs, affected, downstream. */
const ROWS = readFileSync(new URL('../../docs/plan.md', import.meta.url), 'utf8')
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.replaceAll('`', '').trim()),
  )
  .filter((cells) => cells.length === 5 && cells[1]?.startsWith('/'));

let example: Awaited<ReturnType<typeof exampleGraph>>;
beforeAll(async () => {
  example = await exampleGraph(temporaryDirectory());
});

/** The text of a config with another value at one place. */
function edited(text: string, pointer: string): string {
  const parsed = parseConfig(text);
  const value = parsed.ok ? valueAt(parsed.config, pointer) : undefined;
  const other: unknown = typeof value === 'boolean' ? !value : `${value}-other`;
  const patch = pointerSegments(pointer).reduceRight((inner, key) => ({ [key]: inner }), other);
  if (value === undefined || !parsed.ok || !isObject(patch)) throw new Error(`Nothing stands at ${pointer}.`);
  return JSON.stringify(mergePatch(parsed.config, patch));
}

describe('the table of docs/plan.md', () => {
  it('is there', () => expect(ROWS.length).toBeGreaterThanOrEqual(6));

  it.each(ROWS)('%s %s', (component = '', pointer = '', outputs, affected, downstream) => {
    const id = componentIdSchema.parse(component);
    const subject = subjects.declaration(componentName(id).environment, `iac/${id}/config.json`);
    const { built, world } = example;
    const text = world.content(world.entry(subject)?.hash ?? '');
    const { components, impact } = plan({
      built,
      world,
      edits: [{ subject, content: edited(text, pointer) }],
    });
    const changed = components.find((one) => one.id === id)?.outputs;
    expect(Array.isArray(changed) ? changed.join(', ') : changed).toBe(outputs);
    expect([impact.total, impact.reachable].map(String)).toEqual([affected, downstream]);
  });
});
