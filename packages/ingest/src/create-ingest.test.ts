import { type EnvironmentSettings, type Graph, parseComponentId } from '@karma/core';
import { type Source, SourceUnavailableError } from '@karma/sources';
import { createMemoryStore, LeaseHeldError, type Store } from '@karma/store';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createConfigurationSource } from './configuration-source';
import { createIngest } from './create-ingest';
import { ScriptedSource, type ScriptedStep } from './testing/scripted-source';

const settings = (name: string): EnvironmentSettings => ({
  name,
  placements: [],
  prefix: '/iac',
  abstract: false,
});
const clock = () => new Date('2026-01-01T00:00:00Z');
const configuration = ['prod', 'dev'].map((name) =>
  createConfigurationSource({ settings: settings(name) }, clock),
);

function ingestOf(store: Store, ...sources: Source[]) {
  const ingest = createIngest({ store, holder: 'test', isGone: (holder) => holder === 'dead', clock });
  return {
    run: (isDue: (source: string) => boolean = () => true) =>
      ingest.run([...configuration, ...sources], { isDue }),
  };
}

const ids = async (store: Store) => {
  const found: string[] = [];
  for await (const id of (await store.reader()).ids()) found.push(id);
  return found.sort();
};
const keys = async (store: Store) =>
  (await store.log.revisions({ limit: 100 })).map(({ key }) => key).reverse();

/** Everything that must not depend on how history came in. */
async function stateOf(store: Store) {
  const { revision } = await store.log.head();
  const entries: string[] = [];
  for await (const { subject, hash, origin } of store.log.entries())
    entries.push(`${subject} ${hash} ${origin.key}`);
  const revisions = await store.log.revisions({ limit: 1000 });
  return {
    entries: entries.sort(),
    revisions: revisions.map(({ number, key, at, source, counts }) => ({ number, key, at, source, counts })),
    graph: sorted(await store.log.graphAt(revision)),
  };
}

function sorted(graph: Graph) {
  return [graph.components, graph.dependencies, graph.findings].map((map) =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

describe('ingest', () => {
  it('makes a revision of each step that changes the graph, and none of the others', async () => {
    const store = createMemoryStore();
    const main = new ScriptedSource('git:main')
      .add({ key: 'a', at: 10, configs: { 'prod/vpc/main': { cidr: '10.0.0.0/16' } } })
      .add({ key: 'same', at: 20, configs: { 'prod/vpc/main': { cidr: '10.0.0.0/16' } } })
      .add({ key: 'b', at: 30, configs: { 'prod/service/api': { vpc_nickname: 'main' } } });
    const ingest = ingestOf(store, main);
    expect(await ingest.run()).toMatchObject({ observations: 5, revisions: 2, rebuilt: false });
    expect(await keys(store)).toEqual(['a', 'b']);
    expect(await ingest.run()).toMatchObject({ observations: 0, revisions: 0 });
    main.add({ key: 'c', at: 40, configs: { 'prod/service/api': null } });
    expect(await ingest.run()).toMatchObject({ observations: 1, revisions: 1 });
    expect(await ids(store)).toEqual(['prod/vpc/main']);
  });

  it('makes one revision of a commit that two branches share', async () => {
    const store = createMemoryStore();
    const shared = (environment: string): ScriptedStep => ({
      key: 'git:1',
      at: 10,
      configs: { [`${environment}/vpc/main`]: {} },
    });
    const main = new ScriptedSource('git:main').add(shared('prod'));
    const dev = new ScriptedSource('git:dev').add(shared('dev'));
    await ingestOf(store, main, dev).run();
    expect(await keys(store)).toEqual(['git:1']);
    expect(await ids(store)).toEqual(['dev/vpc/main', 'prod/vpc/main']);
  });

  it('puts late history where it belongs, in a new generation that keeps what stays', async () => {
    const store = createMemoryStore();
    const main = new ScriptedSource('git:main')
      .add({ key: 'a', at: 10, configs: { 'prod/vpc/a': {} } })
      .add({ key: 'c', at: 30, configs: { 'prod/vpc/c': {} } });
    const dev = new ScriptedSource('git:dev');
    const ingest = ingestOf(store, main, dev);
    const { head } = await ingest.run();
    dev.add({ key: 'b', at: 20, configs: { 'dev/vpc/b': {} } });
    const report = await ingest.run();
    expect(report).toMatchObject({ rebuilt: true, revisions: 2 });
    expect(report.head.generation).toBe(head.generation + 1);
    expect(await keys(store)).toEqual(['a', 'b', 'c']);
  });

  it('puts what a source tells of its past at its own time, before what it had told', async () => {
    const store = createMemoryStore();
    const main = new ScriptedSource('parameters:1/eu')
      .add({ key: '@3', at: 30, configs: { 'prod/vpc/a': { v: 3 } } })
      .add({ key: '@1', at: 10, configs: { 'prod/vpc/a': { v: 1 } }, isPast: true })
      .add({ key: '@2', at: 30, configs: { 'prod/vpc/a': { v: 2 } }, isPast: true });
    const ingest = ingestOf(store, main);
    await ingest.run();
    expect(await keys(store)).toEqual(['@1', '@2', '@3']);
    main.add({ key: '@4', at: 5, configs: { 'prod/vpc/a': { v: 4 } } });
    expect(await ingest.run()).toMatchObject({ observations: 1, rebuilt: false });
    const [latest] = await store.log.revisions({ limit: 1 });
    expect(latest).toMatchObject({ key: '@4', at: '1970-01-01T00:00:30.000Z' });
  });

  it('takes back what a rewritten branch no longer holds', async () => {
    const store = createMemoryStore();
    const main = new ScriptedSource('git:main')
      .add({ key: 'a', at: 10, configs: { 'prod/vpc/a': { v: 1 } } })
      .add({ key: 'b', at: 20, configs: { 'prod/vpc/a': { v: 2 }, 'prod/vpc/b': {} } });
    const ingest = ingestOf(store, main);
    await ingest.run();
    main.add({ key: 'c', at: 15, configs: { 'prod/vpc/c': {} }, rewoundTo: 'a' });
    expect(await ingest.run()).toMatchObject({ rebuilt: true });
    expect(await keys(store)).toEqual(['a', 'c']);
    expect(await ids(store)).toEqual(['prod/vpc/a', 'prod/vpc/c']);
    const id = parseComponentId('prod/vpc/a');
    const component = id && (await (await store.reader()).component(id));
    expect(component?.declaration?.origin.key).toBe('a');
  });

  it('goes on with the others when a source fails, and says what to do', async () => {
    const store = createMemoryStore();
    const main = new ScriptedSource('git:main').add({ key: 'a', at: 10, configs: { 'prod/vpc/a': {} } });
    const dev = new ScriptedSource('git:dev').add({ key: 'b', at: 20, configs: { 'dev/vpc/b': {} } });
    main.failure = new SourceUnavailableError('git:main', 'It is gone.', 'Bring it back.');
    const ingest = ingestOf(store, main, dev);
    const { sources } = await ingest.run();
    expect(sources.find(({ name }) => name === 'git:main')).toMatchObject({
      state: 'failed',
      error: { reason: 'It is gone.', remedy: 'Bring it back.' },
    });
    expect(await ids(store)).toEqual(['dev/vpc/b', 'prod/vpc/a']);
  });

  it('says where each source stands and what it cannot read, also when nothing is new', async () => {
    const store = createMemoryStore();
    const main = new ScriptedSource('git:main').add({ key: 'a', at: 10, configs: { 'prod/vpc/a': {} } });
    main.problems = [{ file: 'b.json', line: 3, reason: 'It is not JSON.', remedy: 'Mend it.' }];
    const ingest = ingestOf(store, main);
    const expected = { name: 'git:main', position: 'step 1', problems: main.problems };
    expect((await ingest.run()).sources).toContainEqual(expect.objectContaining(expected));
    expect((await ingest.run()).sources).toContainEqual(expect.objectContaining(expected));
    main.failure = new Error('It is gone.');
    expect((await ingestOf(store, main).run()).sources).toContainEqual(
      expect.objectContaining({ state: 'failed', position: 'step 1' }),
    );
  });

  it('takes out what a source brought that is no longer configured, and back in when it is again', async () => {
    const store = createMemoryStore();
    const main = new ScriptedSource('git:main').add({ key: 'a', at: 10, configs: { 'prod/vpc/a': {} } });
    const dev = new ScriptedSource('git:dev').add({ key: 'b', at: 20, configs: { 'dev/vpc/b': {} } });
    await ingestOf(store, main, dev).run();
    await ingestOf(store, main).run();
    expect(await ids(store)).toEqual(['prod/vpc/a']);
    await ingestOf(store, main, dev).run();
    expect(await ids(store)).toEqual(['dev/vpc/b', 'prod/vpc/a']);
  });

  it('asks sources at the same time, and takes in what they say in its own order', async () => {
    const store = createMemoryStore();
    let begun = 0;
    let meet = () => {};
    const met = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const meeting = (source: Source): Source => ({
      name: source.name,
      position: (cursor) => source.position(cursor),
      async *observe(cursor, signal) {
        if (++begun === 2) meet();
        await met;
        yield* source.observe(cursor, signal);
      },
    });
    const main = new ScriptedSource('git:main').add({ key: 'b', at: 20, configs: { 'prod/vpc/main': {} } });
    const dev = new ScriptedSource('git:dev').add({ key: 'a', at: 10, configs: { 'dev/vpc/main': {} } });
    await ingestOf(store, meeting(main), meeting(dev)).run();
    expect(await keys(store)).toEqual(['a', 'b']);
  });

  it('asks only what is due; what the others brought stays', async () => {
    const store = createMemoryStore();
    const main = new ScriptedSource('git:main').add({ key: 'a', at: 10, configs: { 'prod/vpc/a': {} } });
    const dev = new ScriptedSource('git:dev').add({ key: 'b', at: 20, configs: { 'dev/vpc/b': {} } });
    const ingest = ingestOf(store, main, dev);
    await ingest.run();
    main.add({ key: 'c', at: 30, configs: { 'prod/vpc/c': {} } });
    dev.add({ key: 'd', at: 40, configs: { 'dev/vpc/d': {} } });
    const { sources } = await ingest.run((name) => name === 'git:dev');
    expect(sources.map(({ name }) => name)).toEqual(['git:dev']);
    expect(await ids(store)).toEqual(['dev/vpc/b', 'dev/vpc/d', 'prod/vpc/a']);
  });

  it('takes over the lease of a process that died, not that of one that lives', async () => {
    const store = createMemoryStore();
    const main = new ScriptedSource('git:main').add({ key: 'a', at: 10, configs: { 'prod/vpc/a': {} } });
    await store.log.acquireLease('dead', 60_000);
    await ingestOf(store, main).run();
    expect(await ids(store)).toEqual(['prod/vpc/a']);
    await store.log.acquireLease('alive', 60_000);
    main.add({ key: 'b', at: 20, configs: { 'prod/vpc/b': {} } });
    await expect(ingestOf(store, main).run()).rejects.toBeInstanceOf(LeaseHeldError);
  });

  it('ends in the same state however history came in', async () => {
    const anyStep = fc.record({
      source: fc.constantFrom('main', 'dev'),
      seconds: fc.integer({ min: 0, max: 30 }),
      component: fc.constantFrom('vpc/a', 'vpc/b', 'service/a', 'service/b'),
      config: fc.option(
        fc.record({ vpc_nickname: fc.constantFrom('a', 'b'), size: fc.integer({ min: 0, max: 2 }) }),
      ),
      rewind: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 8 }),
      isPast: fc.boolean(),
      isIngestDue: fc.boolean(),
      asked: fc.subarray(['git:main', 'git:dev']),
      isRestartDue: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 25 }), async (steps) => {
        const sources = { main: new ScriptedSource('git:main'), dev: new ScriptedSource('git:dev') };
        const store = createMemoryStore();
        let ingest = ingestOf(store, sources.main, sources.dev);
        for (const [index, step] of steps.entries()) {
          const source = step.source === 'main' ? sources.main : sources.dev;
          const environment = step.source === 'main' ? 'prod' : 'dev';
          const back = step.rewind === null ? undefined : source.steps.at(-1 - step.rewind);
          source.add({
            key: `${index}`,
            at: step.seconds,
            configs: { [`${environment}/${step.component}`]: step.config },
            isPast: step.isPast && back === undefined,
            ...(step.rewind === null ? {} : { rewoundTo: back?.key ?? '' }),
          });
          if (step.isRestartDue) ingest = ingestOf(store, sources.main, sources.dev);
          if (step.isIngestDue) await ingest.run((name) => step.asked.some((asked) => asked === name));
        }
        await ingest.run();
        const once = createMemoryStore();
        await ingestOf(once, sources.main, sources.dev).run();
        expect(await stateOf(store)).toEqual(await stateOf(once));
      }),
      { numRuns: 200 },
    );
  });
});
