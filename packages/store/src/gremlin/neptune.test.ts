import { randomUUID } from 'node:crypto';
import { componentId } from '@karma/core';
import { gremlinServerForTests } from '@karma/test-services/vitest';
import gremlin from 'gremlin';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { appendOf, collect, EMPTY_GRAPH, observationOf, revisionsOf } from '../contract/history';
import type { Store } from '../ports';
import { chain } from './graphs.testing';
import { gremlinStore } from './open-gremlin-store';
import { type Instruction, instructionsOf, Recorded } from './recorded.testing';
import { stoppedAt } from './stopped.testing';

/**
 * Steps that Neptune runs, from its user guide. "Native Gremlin step support" (gremlin-step-support) lists those of
 * its own engine and those that its Gremlin server runs for it, shows the steps along edges and `by`, `property`,
 * `sideEffect` and `hasId` together with them, and names those that are not supported at all.
 */
const SUPPORTED = {
  always: 'and as count E emit group groupCount identity is label limit local not or V value valueMap values',
  sometimes:
    'addE addV aggregate coalesce constant drop fold has id mergeE mergeV order project range repeat union unfold where',
  byItsGremlinServer: 'choose inject optional tail',
  alongEdges: 'out outE outV in inE inV both bothE otherV',
  withOthers: 'by property sideEffect hasId',
};
const STEPS = new Set(Object.values(SUPPORTED).flatMap((names) => names.split(' ')));

/** What "Gremlin standards compliance" (access-graph-gremlin-differences) takes of enumerations; `list` is not. */
const ENUMS = /^(T\.(id|label)|Cardinality\.single|Direction\.(from|to|OUT|IN)|Order\.(asc|desc))$/;

const { EnumValue, P, TextP } = gremlin.process;
const predicate = z.object({ value: z.unknown() });

/** What in a value Neptune would not take. String ids, no lambdas, no null: "Gremlin standards compliance". */
function faultsOf(value: unknown): string[] {
  if (typeof value === 'string') return [];
  if (typeof value === 'number') return Number.isSafeInteger(value) ? [] : [`the number ${value}`];
  if (Array.isArray(value)) return value.flatMap(faultsOf);
  if (value instanceof Map) return [...value].flatMap(([key, each]) => [...faultsOf(key), ...faultsOf(each)]);
  if (value instanceof P || value instanceof TextP) return faultsOf(predicate.parse({ ...value }).value);
  if (value instanceof EnumValue) {
    const { typeName, elementName }: { typeName?: string; elementName?: string } = { ...value };
    return ENUMS.test(`${typeName}.${elementName}`) ? [] : [`the enumeration ${typeName}.${elementName}`];
  }
  const steps = instructionsOf(value);
  return steps ? steps.flatMap(faultsOfStep) : [`a value of type ${value === null ? 'null' : typeof value}`];
}

function faultsOfStep([name, ...values]: Instruction): string[] {
  const known = STEPS.has(name) ? [] : [`the step ${name}()`];
  const ids = ['V', 'E', 'hasId'].includes(name) ? values.filter((id) => typeof id === 'number') : [];
  return [...known, ...ids.map((id) => `the id ${id}`), ...values.flatMap(faultsOf)];
}

/**
 * How many properties are overwritten, and those of vertices that would be added to instead, at any depth: `set` is
 * Neptune's default. Properties of edges have one value.
 */
function updatesOf(steps: readonly Instruction[]): { readonly count: number; readonly added: Instruction[] } {
  const own = steps.filter(([name]) => name === 'property');
  const isOfEdge = steps.some(([name]) => name === 'outE');
  const added = own.filter(([, first]) => !isOfEdge && !(first instanceof EnumValue));
  const inner = steps.flatMap(([, ...values]) =>
    values.map((value) => updatesOf(instructionsOf(value) ?? [])),
  );
  return {
    count: own.length + inner.reduce((sum, { count }) => sum + count, 0),
    added: [...added, ...inner.flatMap((each) => each.added)],
  };
}

async function askEverything({ log, records, reader }: Store): Promise<void> {
  const id = componentId('prod', 'lambda', 'n2');
  const query = { id, depth: 3, limit: 5 };
  const graph = await reader();
  await graph.component(id);
  await collect(graph.ids());
  await graph.findings({});
  await graph.findings({ component: id, environment: 'prod' });
  for (const direction of ['upstream', 'downstream', 'both'] as const) {
    await graph.dependencies(id, direction);
    await graph.lineage({ ...query, direction });
    await graph.neighbourhood({ ...query, direction });
  }
  await graph.dependency(id, id);
  await graph.links([id]);
  await graph.impact({ ...query, waves: true });
  await graph.path([id], [componentId('prod', 'lambda', 'n0')]);
  await graph.summary();
  const filters = { types: ['lambda'], statuses: ['declared'], tags: ['step', 'step=1'], owner: 'ann' };
  await graph.slice({ ...filters, environment: 'prod', text: 'n', findings: [], limit: 3 });
  await graph.slice({ findings: ['invalid-json'], limit: 3 });
  await collect(log.observations());
  await collect(log.entries());
  await log.cursors();
  await log.hasContents(['a']);
  await log.contents(['a']);
  await log.revisions({ limit: 3 });
  await log.revisions({ component: id, limit: 3 });
  await log.revision('git:1');
  await log.graphAt(1);
  await records.put('audit', 'a', 1, 0);
  await records.put('audit', 'a', 2, 1);
  await records.list('audit', { limit: 3 });
  await records.delete('audit', 'a');
}

describe('Neptune', () => {
  const server = gremlinServerForTests();

  test('is sent nothing that it does not support', async () => {
    const connection = await Recorded.to(server.url);
    const name = randomUUID();
    const store = await gremlinStore(connection, name);
    const { log } = store;
    let lease = await log.acquireLease('test', 60_000);
    let head = await log.head();
    const write = async (graphs: Parameters<typeof revisionsOf>[0], before = EMPTY_GRAPH) => {
      const revisions = revisionsOf(graphs, before, head.revision);
      const observations = [observationOf(`git:${head.observations}`)];
      const contents = new Map([['a', 'text']]);
      head = await log.append(lease, head, appendOf({ observations, contents, revisions }));
    };
    // Large, small, small with something to drop; a rebuild; one that dies half-way, repaired by the next.
    await write([chain(200)]);
    await write([chain(10)], chain(200));
    await write([chain(10, 1)], chain(10));
    await write([chain(10, 2)], chain(10, 1));
    const revisions = revisionsOf([chain(5)], EMPTY_GRAPH, 0, 'late');
    head = await log.rebuild(lease, head, { ...appendOf({ revisions }), keepUntil: 0 });
    const dying = await gremlinStore(stoppedAt(await Recorded.to(server.url), 5), name, {
      watchMs: 3_600_000,
    });
    const large = appendOf({ revisions: revisionsOf([chain(200, 3)], chain(5), head.revision) });
    await expect(dying.log.append(lease, head, large)).rejects.toThrow('stopped');
    await dying.close();
    await write([chain(5, 4)], chain(5));
    await askEverything(store);
    await log.releaseLease(lease);
    lease = await log.acquireLease('other', 60_000);
    await store.close();

    const steps = connection.sent.flat();
    expect([...new Set(steps.flatMap(faultsOfStep))]).toEqual([]);
    const updates = connection.sent.map(updatesOf);
    expect(updates.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(100);
    expect(updates.flatMap(({ added }) => added)).toEqual([]);
    // Without these, the walk above has not been over all that can be sent.
    const inner = JSON.stringify(connection.sent.map(namesOf));
    for (const step of ['mergeV', 'mergeE', 'drop', 'sideEffect', 'order', 'or', 'not', 'hasId', 'project'])
      expect(inner).toContain(`"${step}"`);
  });

  test('the check finds what is not supported', () => {
    const { statics: __ } = gremlin.process;
    expect(faultsOfStep(['property', 'a', null])).toEqual(['a value of type null']);
    expect(faultsOfStep(['V', 1])).toEqual(['the id 1']);
    expect(faultsOfStep(['where', __.out('a').pageRank(0.5)])).toEqual([
      'the step pageRank()',
      'the number 0.5',
    ]);
    expect(faultsOfStep(['map', () => 1])).toEqual(['the step map()', 'a value of type function']);
    expect(faultsOfStep(['property', gremlin.process.cardinality.list, 'a', 1])).toEqual([
      'the enumeration Cardinality.list',
    ]);
    const inner = __.V('a').property('until', 1);
    expect(updatesOf([['sideEffect', inner]]).added).toEqual([['property', 'until', 1]]);
  });
});

function namesOf(steps: readonly Instruction[]): unknown[] {
  return steps.map(([name, ...values]) => [
    name,
    values.map((value) => {
      const inner = instructionsOf(value);
      return inner ? namesOf(inner) : [];
    }),
  ]);
}
