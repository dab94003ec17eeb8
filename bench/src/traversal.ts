/** Lineage and blast radius of the worst hub, and the store below: `node_modules/.bin/tsx bench/src/traversal.ts`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentHash, createTopology, diff, type Graph, largestImpact, type Revision } from '@karma/core';
import { type Append, type Head, type Lease, openSqliteStore, type Store } from '@karma/store';
import { syntheticGraph } from './traversal-graph';

const EMPTY: Graph = { components: new Map(), dependencies: new Map(), findings: new Map() };
const folder = mkdtempSync(join(tmpdir(), 'karma-bench-store-'));

function print(label: string, times: readonly number[], bar: string): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(1).padStart(7);
  console.log(`${label.padEnd(62)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms   (bar ${bar})`);
}

async function timed<T>(work: () => Promise<T> | T): Promise<[number, T]> {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}

async function repeat(
  label: string,
  bar: string,
  times: number,
  work: () => Promise<unknown>,
): Promise<void> {
  const taken: number[] = [];
  for (let run = 0; run < times; run++) taken.push((await timed(work))[0]);
  print(label, taken, bar);
}

function revisionOf(number: number, before: Graph, after: Graph): Revision {
  const at = '2026-01-01T00:00:00.000Z';
  return {
    number,
    key: `git:${number}`,
    source: 'git:main',
    actor: null,
    message: '',
    at,
    changes: diff(before, after),
  };
}

function batchOf(revisions: readonly Revision[], texts: readonly string[]): Append {
  const observations = revisions.map(({ key, at }) => {
    return { source: 'git:main', key, actor: null, at, message: '', observedAt: at, changes: [] };
  });
  const contents = new Map(texts.map((text) => [contentHash(text), text]));
  return { observations, contents, entries: [], cursors: new Map([['git:main', 'cursor']]), revisions };
}

async function filled(name: string, batch: Append): Promise<[Store, Lease, Head, number]> {
  const store = await openSqliteStore(join(folder, name));
  const lease = await store.log.acquireLease('bench', 3_600_000);
  const empty = await store.log.head();
  const [time, head] = await timed(() => store.log.append(lease, empty, batch));
  return [store, lease, head, time];
}

const kilobyte = (index: number) => JSON.stringify({ index, text: 'x'.repeat(1000) });

async function first(size: number, bar: string): Promise<[Store, Graph, Lease, Head]> {
  const graph = syntheticGraph(size);
  const texts = Array.from(graph.components.keys(), (_, index) => kilobyte(index));
  const batch = batchOf([revisionOf(1, EMPTY, graph)], texts);
  const [store, lease, head, time] = await filled(`${size}.db`, batch);
  print(`append of ${size} components in one revision`, [time], bar);
  return [store, graph, lease, head];
}

async function replay(): Promise<void> {
  const start = syntheticGraph(2000);
  const ids = [...start.components.keys()];
  let before = start;
  const revisions = Array.from({ length: 1000 }, (_, index) => {
    const id = ids[(index * 7919) % ids.length];
    const component = id && before.components.get(id);
    if (!component) throw new Error('The graph holds all of its ids.');
    const changed = { ...component, owner: `team-${index}` };
    const changes = { components: [{ before: component, after: changed }], dependencies: [], findings: [] };
    before = { ...before, components: new Map(before.components).set(component.id, changed) };
    return { ...revisionOf(index + 2, EMPTY, EMPTY), changes };
  });
  const [store, lease, head] = await filled('replay.db', batchOf([revisionOf(1, EMPTY, start)], []));
  const texts = revisions.map(({ number }) => kilobyte(number));
  const [once] = await timed(() => store.log.append(lease, head, batchOf(revisions, texts)));
  print('append of 1000 revisions over 2000 components, one transaction', [once], '5000 ms');
  await repeat('graph as of the middle of it', '-', 5, () => store.log.graphAt(500));
  await store.close();
}

const [small] = await first(10_000, '1000 ms');
await small.close();
await replay();

const [store, graph, lease, head] = await first(100_000, '-');
const topology = createTopology(graph);
const worst = largestImpact(topology, () => 'all').get('all');
if (!worst) throw new Error('A graph with dependencies has a hub.');
console.log(
  `worst hub: ${worst.id}, ${worst.count} downstream of ${graph.components.size}, ${graph.dependencies.size} dependencies`,
);
await store.close();

globalThis.gc?.();
const bare = process.memoryUsage.rss();
const opened = await openSqliteStore(join(folder, '100000.db'));
const { id } = worst;
const reader = await opened.reader();
await repeat('first question after opening: the topology is loaded', '-', 1, () =>
  reader.lineage({ id, direction: 'downstream', depth: 1, limit: 1 }),
);
console.log(
  `resident memory: ${((process.memoryUsage.rss() - bare) / 2 ** 20).toFixed(0)} MB more than before opening`,
);
const query = { id, depth: 100, limit: 1000 };
await repeat('lineage downstream of the worst hub', 'p95 25 ms', 60, () =>
  reader.lineage({ ...query, direction: 'downstream' }),
);
await repeat('lineage both ways', 'p95 25 ms', 60, () => reader.lineage({ ...query, direction: 'both' }));
await repeat('blast radius without waves', 'p95 25 ms', 60, () => reader.impact({ ...query, waves: false }));
await repeat('blast radius of one output, without waves', 'p95 25 ms', 60, () =>
  reader.impact({ ...query, output: 'arn', waves: false }),
);
await repeat('blast radius with waves', '-', 10, () => reader.impact({ ...query, waves: true }));
await repeat('neighbourhood, 2 steps, first 1000', '-', 10, () =>
  reader.neighbourhood({ id, direction: 'both', depth: 2, limit: 1000 }),
);
await repeat('slice of one environment, first 1000', '-', 10, () =>
  reader.slice({ environment: 'prod', limit: 1000 }),
);
await repeat('slice by tag and text', '-', 10, () =>
  reader.slice({ tags: ['team=team-1'], text: 'ent-77', limit: 1000 }),
);
await repeat('summary, first', '-', 1, () => reader.summary());
await repeat('summary, again', '-', 5, () => reader.summary());
await repeat('one component', '-', 500, () => reader.component(id));

const component = graph.components.get(id);
if (!component) throw new Error('The hub is a component.');
let current = { head, component };
await repeat('append of one revision', '-', 50, async () => {
  const changed = { ...current.component, owner: `owner-${current.head.revision}` };
  const changes = {
    components: [{ before: current.component, after: changed }],
    dependencies: [],
    findings: [],
  };
  const revision = { ...revisionOf(current.head.revision + 1, EMPTY, EMPTY), changes };
  current = {
    head: await opened.log.append(lease, current.head, batchOf([revision], [])),
    component: changed,
  };
});
await opened.close();
rmSync(folder, { recursive: true });
