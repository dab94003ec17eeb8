import { type ComponentId, componentId } from '@karma/core';
import { parse } from '@karma/query';
import { createMemoryStore } from '@karma/store';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appRouter, createCaller } from '../api/router';
import type { Context } from '../api/trpc';
import { TestConfigs, testContext } from '../testing/test-context';
import { answerQuery } from './answer-query';

const api = componentId('prod', 'service', 'api');
const web = componentId('prod', 'service', 'web');
const main = componentId('prod', 'vpc', 'main');

let configs: TestConfigs;
let context: Context;
let caller: ReturnType<typeof createCaller>;

beforeEach(async () => {
  configs = new TestConfigs();
  configs.write('prod/vpc/main', { cidr: '10.0.0.0/16', tags: { Owner: 'network' } });
  configs.write('prod/service/api', { vpc_nickname: 'main', timeout: 30 });
  configs.write('prod/service/web', { service_nickname: 'api', queue_nickname: 'gone' });
  context = await testContext(createMemoryStore(), configs);
  caller = createCaller(context);
  await caller.sync();
});

afterEach(() => context.events.close());

async function ids(text: string, at?: string): Promise<readonly ComponentId[]> {
  const answer = await caller.query({ text, ...(at === undefined ? {} : { at }) });
  return answer.cards.map(({ id }) => id);
}

describe('query', () => {
  it('answers with cards and the edges among them', async () => {
    const { cards, edges, total, head, unknown } = await caller.query({ text: '+api' });
    expect(cards.map(({ id }) => id)).toEqual([api, main]);
    expect(cards[0]).toEqual((await caller.graph({ text: 'api' })).components[0]);
    expect(edges).toEqual([{ from: api, to: main, confidence: 'declared', ambiguous: false }]);
    expect({ total, unknown, key: head.key }).toEqual({ total: 2, unknown: [], key: 'git:2' });
  });

  it('cuts at the limit and still counts', async () => {
    const { cards, edges, total } = await caller.query({ text: '+web', limit: 1 });
    expect({ cards: cards.length, edges, total }).toEqual({ cards: 1, edges: [], total: 4 });
  });

  it('says which names no component has', async () => {
    const { total, unknown } = await caller.query({ text: 'mian+' });
    expect({ total, unknown }).toEqual({
      total: 0,
      unknown: [{ name: 'mian', start: 0, end: 4, nearest: 'main' }],
    });
  });

  it('reads configs, follows what changes, and reads the past', async () => {
    expect(await ids('config.timeout>10')).toEqual([api]);
    configs.write('prod/service/web', { service_nickname: 'api', timeout: 60 });
    configs.write('prod/service/api', { vpc_nickname: 'main', timeout: 5 });
    await caller.sync();
    expect(await ids('config.timeout>10')).toEqual([web]);
    expect(await ids('is:missing')).toEqual([]);
    expect(await ids('config.timeout>10', 'git:2')).toEqual([api]);
    expect(await ids('is:missing', 'git:2')).toEqual([componentId('prod', 'queue', 'gone')]);
    expect(await ids('changed:<1m', 'git:1')).toEqual([api]);
    expect(await ids('changed:1m', 'git:1')).toEqual([api, main]);
  });

  it('reads what is inherited, when the parent changes too', async () => {
    configs.write('prod/service/child', { $extends: 'service/api', name: 'child' });
    await caller.sync();
    expect(await ids('config.timeout:30 config.name:child')).toHaveLength(1);
    configs.write('prod/service/api', { timeout: 31 });
    await caller.sync();
    expect(await ids('config.timeout:31 config.name:child')).toHaveLength(1);
  });

  it('tells the words that complete a query', async () => {
    expect(await caller.vocabulary({})).toEqual({
      environments: ['prod'],
      types: ['queue', 'service', 'vpc'],
      owners: ['network'],
      placements: [],
      tags: { Owner: ['network'] },
      names: ['queue/gone', 'service/api', 'service/web', 'vpc/main'],
      configPaths: ['cidr', 'queue_nickname', 'service_nickname', 'tags.Owner', 'timeout', 'vpc_nickname'],
      outputs: [],
    });
    expect((await caller.vocabulary({ at: 'git:1' })).types).toEqual(['service', 'vpc']);
  });

  it('says where a text is no query and what was probably meant', async () => {
    await expect(caller.query({ text: 'evn:prod' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const input = encodeURIComponent(JSON.stringify({ text: 'api evn:prod' }));
    const response = await fetchRequestHandler({
      endpoint: '/trpc',
      req: new Request(`http://localhost/trpc/query?input=${input}`),
      router: appRouter,
      createContext: () => context,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: {
        message: 'There is no field "evn". Did you mean env?',
        data: { query: { start: 4, end: 7, reason: 'There is no field "evn".', suggestion: 'env' } },
      },
    });
  });
});

describe('graph with a query', () => {
  it('keeps what passes both', async () => {
    const found = async (input: Parameters<typeof caller.graph>[0]) =>
      (await caller.graph(input)).components.map(({ id }) => id);
    expect(await found({ query: 'main+', types: ['service'] })).toEqual([api, web]);
    expect(await found({ query: 'main+', tags: ['Owner=network'] })).toEqual([main]);
    expect(await found({ query: 'main+', text: 'W' })).toEqual([web]);
    expect(await found({ query: 'type:vpc', focus: { id: api, upstream: 1, downstream: 1 } })).toEqual([
      api,
      main,
    ]);
    await expect(caller.graph({ query: '(' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('filters as the slice does', async () => {
    const filters = fc.record(
      {
        environment: fc.constantFrom('prod', 'none'),
        types: fc.subarray(['vpc', 'service', 'queue']),
        statuses: fc.subarray(['declared', 'missing'] as const),
        tags: fc.subarray(['Owner', 'Owner=network', 'Owner=web']),
        owner: fc.constantFrom('network', 'web'),
        findings: fc.subarray(['dangling-reference']),
        text: fc.constantFrom('', 'A', 'vpc', 'service'),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const { components, edges, total } = await caller.graph(filter);
        expect(await caller.graph({ ...filter, query: '' })).toMatchObject({ components, edges, total });
      }),
    );
  });
});

it('answers after any changes as a process that has just begun', async () => {
  const names = ['a', 'b', 'c', 'd'];
  const config = fc.record(
    {
      $extends: fc.constantFrom(...names.map((name) => `service/${name}`)),
      service_nickname: fc.constantFrom(...names),
      timeout: fc.integer({ min: 0, max: 3 }),
    },
    { requiredKeys: [] },
  );
  const step = fc.tuple(fc.constantFrom(...names), fc.option(config));
  const texts = ['', 'config.timeout>1', '+a', 'c+1', 'has:findings', 'is:missing', 'changed:<1d', 'uses(b)'];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { maxLength: 3 }), { maxLength: 4 }), async (batches) => {
      const written = new TestConfigs();
      const store = createMemoryStore();
      const { views, events, sync } = await testContext(store, written);
      const ask = (of: typeof views) =>
        Promise.all(texts.map((text) => of.ask(undefined, (view) => answerQuery(view, parse(text), 100))));
      for (const batch of batches) {
        for (const [name, content] of batch) written.write(`prod/service/${name}`, content);
        await createCaller({ ...context, views, events, sync }).sync();
        await ask(views);
      }
      const fresh = await testContext(store, written);
      const [known, anew] = [await ask(views), await ask(fresh.views)];
      expect(known).toEqual(anew);
      events.close();
      fresh.events.close();
    }),
    { numRuns: 30 },
  );
});
