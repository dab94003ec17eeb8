import { componentId } from '@karma/core';
import { SourceUnavailableError } from '@karma/sources';
import { createMemoryStore } from '@karma/store';
import { TRPCError } from '@trpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestConfigs, testContext } from '../testing/test-context';
import { createCaller } from './router';
import type { Context } from './trpc';

const api = componentId('prod', 'service', 'api');
const web = componentId('prod', 'service', 'web');
const main = componentId('prod', 'vpc', 'main');

let configs: TestConfigs;
let context: Context;
let caller: ReturnType<typeof createCaller>;

beforeEach(async () => {
  configs = new TestConfigs();
  configs.write('prod/vpc/main', { cidr: '10.0.0.0/16', tags: { Owner: 'network' } });
  configs.write('prod/service/api', { vpc_nickname: 'main' });
  configs.write('prod/service/web', { service_nickname: 'api', queue_nickname: 'gone' });
  context = await testContext(createMemoryStore(), configs);
  caller = createCaller(context);
  await caller.sync();
});

afterEach(() => context.events.close());

describe('the API', () => {
  it('opens with counts, changes and three questions', async () => {
    const { environments, latest, questions, head } = await caller.overview();
    expect(environments[0]).toMatchObject({ environment: 'prod', largestImpact: { id: main, count: 2 } });
    expect(latest[0]?.message).toBe('Change 2');
    expect(head.key).toBe('git:2');
    expect(questions).toEqual([
      { kind: 'trace', text: 'What does web need to run?', ids: [web] },
      { kind: 'impact', text: 'What breaks if main changes?', ids: [main] },
      { kind: 'path', text: 'How is web connected to main?', ids: [web, main] },
    ]);
  });

  it('gives a slice, and what is around a component', async () => {
    const all = await caller.graph({ environment: 'prod' });
    expect(all.components.map(({ nickname }) => nickname).sort()).toEqual(['api', 'gone', 'main', 'web']);
    expect(all.components.find(({ id }) => id === web)).toMatchObject({
      placements: [],
      changedAt: '2026-01-01T00:02:00.000Z',
    });
    expect(all.edges).toContainEqual({ from: api, to: main, confidence: 'declared', ambiguous: false });
    expect((await caller.graph({ types: ['vpc'] })).total).toBe(1);
  });

  it('exports a slice with all that is known of it', async () => {
    const { revision, components, dependencies, findings } = JSON.parse(
      await caller.export({ query: 'type:service' }),
    );
    expect(revision).toBe((await caller.graph({})).head.revision);
    expect(components.map(({ id }: { id: string }) => id).sort()).toEqual([api, web]);
    const graph = await caller.graph({ query: 'type:service' });
    expect(dependencies).toHaveLength(graph.edges.length);
    expect(dependencies[0].evidence[0]).toMatchObject({ at: expect.anything(), consumes: expect.anything() });
    expect(components[0]).toHaveProperty('declaration');
    expect(findings).toMatchObject([{ component: web, remedy: expect.any(String) }]);
  });

  it('gives what is around a component, and how much another step would add', async () => {
    const around = async (upstream: number, downstream: number) => {
      const slice = await caller.graph({ focus: { id: api, upstream, downstream } });
      return { ids: slice.components.map(({ id }) => id), total: slice.total, more: slice.more };
    };
    expect(await around(1, 0)).toEqual({
      ids: [api, main],
      total: 2,
      more: { upstream: 0, downstream: 1 },
    });
    expect(await around(0, 0)).toEqual({ ids: [api], total: 1, more: { upstream: 1, downstream: 1 } });
    expect(await around(9, 9)).toMatchObject({ total: 3, more: { upstream: 0, downstream: 0 } });
    expect(await caller.graph({ focus: { id: api, upstream: 9, downstream: 9 }, limit: 1 })).toMatchObject({
      components: [{ id: api }],
      edges: [],
      total: 3,
    });
  });

  it('tells all of a component, with its evidence in words', async () => {
    const detail = await caller.component({ id: api });
    expect(detail.declaration?.path).toBe('iac/prod/service/api/config.json');
    expect(detail.effective).toEqual([
      { pointer: '/vpc_nickname', value: '"main"', from: api, file: 'iac/prod/service/api/config.json' },
    ]);
    expect(detail.upstream[0]?.evidence[0]?.words).toContain('`vpc_nickname`');
    expect(detail.downstream.map(({ from }) => from)).toEqual([web]);
    expect(detail.history.map(({ key }) => key)).toContain('git:1');
  });

  it('traverses', async () => {
    const lineage = await caller.lineage({ id: web, direction: 'upstream' });
    expect(lineage.items.map(({ card, distance }) => [card.id, distance])).toContainEqual([main, -2]);
    expect(lineage.edges).toContainEqual(expect.objectContaining({ from: web, to: api }));
    const impact = await caller.impact({ id: main });
    expect(impact).toMatchObject({ total: 2, rings: [1, 1], waves: [[api], [web]] });
    expect(impact.markdown).toContain('| `prod/service/web` | 2 | certain | `prod/service/api` |');
    const { path } = await caller.path({ from: [web], to: [main] });
    expect(path?.components.map(({ id }) => id)).toEqual([web, api, main]);
    expect(path?.dependencies).toHaveLength(2);
    expect((await caller.outputUsers({ id: main, output: 'vpc_id' })).users).toMatchObject([
      { card: { id: api }, certainty: 'likely' },
    ]);
  });

  it('finds, also what was changed since, and in spite of a typing error', async () => {
    expect((await caller.search({ text: 'API' })).hits[0]).toMatchObject({
      card: { id: api },
      ranges: [[13, 16]],
    });
    configs.write('prod/service/billing', {});
    await caller.sync();
    expect((await caller.search({ text: 'billing' })).total).toBe(1);
    expect((await caller.search({ text: 'biling' })).total).toBe(1);
  });

  it('reads the past', async () => {
    const [, before] = await caller.revisions({});
    expect(before?.key).toBe('git:1');
    const past = await caller.graph({ at: 'git:1' });
    expect(past.components.map(({ id }) => id)).toEqual([api, main]);
    expect(past.head.key).toBe('git:1');
    await expect(caller.component({ id: web, at: 'git:1' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await caller.revision({ key: 'git:2' })).toMatchObject({
      message: 'Change 2',
      components: expect.arrayContaining([{ before: null, after: expect.objectContaining({ id: web }) }]),
    });
  });

  it('derives the catalog of types without a module from their configs', async () => {
    const types = await caller.catalog({ environment: 'prod' });
    expect(types.find(({ type }) => type === 'service')).toMatchObject({
      components: 2,
      origin: 'derived',
      keys: expect.arrayContaining([expect.objectContaining({ pointer: '/vpc_nickname', required: false })]),
    });
  });

  it('says what is not there and what is not allowed', async () => {
    const nobody = componentId('prod', 'service', 'nobody');
    await expect(caller.component({ id: nobody })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(caller.lineage({ id: nobody, direction: 'both' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(caller.dependency({ from: main, to: web })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(caller.revision({ key: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(caller.graph({ limit: 100_000 })).rejects.toBeInstanceOf(TRPCError);
  });

  it('keeps the last good graph while a source fails, says since when, and recovers', async () => {
    configs.failure = new SourceUnavailableError('git:main', 'It is gone.', 'Bring it back.');
    await caller.sync();
    expect(await caller.sources()).toMatchObject([
      {
        state: 'failed',
        error: { reason: 'It is gone.', remedy: 'Bring it back.' },
        staleSince: expect.any(String),
      },
    ]);
    expect((await caller.graph({})).total).toBe(4);
    configs.failure = undefined;
    await caller.sync();
    expect(await caller.sources()).toMatchObject([{ state: 'ok', error: null, staleSince: null }]);
  });

  it('says where a source stands and what it cannot read', async () => {
    const [before] = await caller.sources();
    expect(before).toMatchObject({ state: 'ok', cursor: 'step 3', problems: [] });
    configs.problems = [{ file: 'a.json', line: 2, reason: 'It is not JSON.', remedy: 'Mend it.' }];
    configs.write('prod/queue/jobs', {});
    await caller.sync();
    expect((await caller.sources())[0]).toMatchObject({ cursor: 'step 4', problems: configs.problems });
  });

  it('shows a source as syncing while it brings something, and not when nothing is new', async () => {
    const abort = new AbortController();
    const states: string[][] = [];
    const listening = (async () => {
      for await (const event of context.events.listen(abort.signal))
        if (event.kind === 'sources') states.push(event.sources.map(({ state }) => state));
    })();
    await caller.sync();
    configs.write('prod/queue/jobs', {});
    await caller.sync();
    abort.abort();
    await listening;
    expect(states).toEqual([['syncing'], ['ok']]);
  });

  it('tells what happens, folding what follows closely', async () => {
    const abort = new AbortController();
    const events = context.events.listen(abort.signal);
    const headMoved = (async () => {
      for await (const event of events) if (event.kind === 'head') return event;
      return undefined;
    })();
    configs.write('prod/service/api', { vpc_nickname: 'main', replicas: 2 });
    configs.write('prod/service/web', { service_nickname: 'api' });
    await caller.sync();
    expect(await headMoved).toMatchObject({
      kind: 'head',
      touched: expect.arrayContaining([api, web]),
      latest: { key: 'git:4' },
    });
    abort.abort();
    expect((await context.events.listen(abort.signal).next()).done).toBe(true);
  });
});
