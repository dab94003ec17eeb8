import { type Graph, subjects } from '@karma/core';
import { createMemoryStore } from '@karma/store';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createConfigurationSource } from './configuration-source';
import { createIngest } from './create-ingest';
import { PresentWorld } from './present-world';
import { ScriptedSource } from './testing/scripted-source';

const clock = () => new Date('2026-01-01T00:00:00Z');
const configuration = createConfigurationSource(
  { settings: { name: 'prod', placements: [], prefix: '/iac', abstract: false } },
  clock,
);

const sorted = (graph: Graph) =>
  [graph.components, graph.dependencies, graph.findings].map((map) =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const config = fc.option(
  fc.record({ vpc_nickname: fc.constantFrom('a', 'b'), size: fc.nat({ max: 2 }) }, { requiredKeys: [] }),
);
const step = fc.dictionary(fc.constantFrom('prod/vpc/a', 'prod/vpc/b', 'prod/app/x', 'prod/app/y'), config, {
  minKeys: 1,
});

describe('the present world', () => {
  it('has the graph of the head, however it got there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const store = createMemoryStore();
        const source = new ScriptedSource('git:main');
        const ingest = createIngest({ store, holder: 'test', isGone: () => false, clock });
        const present = new PresentWorld(store.log);
        for (const [index, configs] of steps.entries()) {
          source.add({ key: `k${index}`, at: index, configs });
          await ingest.run([configuration, source]);
          const head = await store.log.head();
          const graph = await store.log.graphAt(head.revision);
          const [known, at] = await present.ask(
            ({ built, head: seen }) => [sorted(built.graph), seen] as const,
          );
          expect(known).toEqual(sorted(graph));
          expect(at).toEqual(head);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives contents, whenever they are asked for', async () => {
    const store = createMemoryStore();
    const source = new ScriptedSource('git:main').add({
      key: 'a',
      at: 1,
      configs: { 'prod/vpc/main': { cidr: 'x' } },
    });
    await createIngest({ store, holder: 'test', isGone: () => false, clock }).run([configuration, source]);
    const present = new PresentWorld(store.log);
    const text = await present.ask(({ world }) => {
      const entry = world.entry(subjects.declaration('prod', 'iac/prod/vpc/main/config.json'));
      return entry && world.content(entry.hash);
    });
    expect(JSON.parse(text ?? '')).toEqual({ cidr: 'x' });
  });

  it('goes on after a question that failed', async () => {
    const present = new PresentWorld(createMemoryStore().log);
    await expect(
      present.ask(() => {
        throw new Error('wrong question');
      }),
    ).rejects.toThrow('wrong question');
    expect(await present.ask(({ world }) => world.size)).toBe(0);
  });
});
