import {
  type ComponentId,
  createTopology,
  diff,
  type Graph,
  impact,
  type Observation,
  type Revision,
  subjects,
} from '@karma/core';
import { type Append, openGremlinStore, type Store } from '@karma/store';
import { startGremlinServer, whyMissing } from '@karma/test-services';
import type { Bench, Figure } from '../harness/figure';
import { p95, timeRuns } from '../harness/measure';
import { syntheticGraph } from '../traversal-graph';

const SIZE = 10_000;
const DEPTH = 8;
const EMPTY: Graph = { components: new Map(), dependencies: new Map(), findings: new Map() };
const BASE = 'in Gremlin Server, 10,000 components';

/** The store over a Gremlin Server of its own, in memory, on this machine. */
export const gremlin: Bench = {
  name: 'gremlin',
  async run() {
    const missing = whyMissing('gremlin-server');
    if (missing) throw new Error(missing);
    const server = await startGremlinServer();
    let requests = 0;
    const onRequest = () => requests++;
    const store = await openGremlinStore({ url: server.url, name: 'bench', onRequest, watchMs: 3_600_000 });
    try {
      const graph = syntheticGraph(SIZE);
      const first = await writeFirst(store, graph);
      const commitOne = await preparedChange(store, graph);
      requests = 0;
      await commitOne();
      const commit = requests;
      const id = reachingMost(graph, 1000);
      const reader = await store.reader();
      const ask = () => reader.impact({ id, depth: DEPTH, limit: 1000, waves: true });
      requests = 0;
      const { total } = await ask();
      const trips = requests;
      const times = await timeRuns(40, ask, { warmUp: 20 });
      const reach = `blast radius of ${total.toLocaleString('en')} components, depth ≤ ${DEPTH}, ${BASE}`;
      return [
        ...first,
        figure(`commit of one changed component ${BASE}`, 'count', commit, 'round trips', 6),
        figure(reach, 'count', trips, 'round trips', DEPTH + 2),
        figure(reach, 'p95', p95(times), 'ms', 500),
      ];
    } finally {
      await store.close();
      await server.stop();
    }
  },
};

async function writeFirst(store: Store, graph: Graph): Promise<Figure[]> {
  const append = firstAppend(graph);
  const lease = await store.log.acquireLease('bench', 3_600_000);
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const start = performance.now();
  await store.log.append(lease, await store.log.head(), append);
  const took = performance.now() - start;
  clearInterval(timer);
  return [
    figure(`first revision ${BASE}`, 'median', took, 'ms', 60_000),
    figure(`memory that it takes in the writer`, 'resident', (most - before) / 2 ** 20, 'MB', 512),
  ];
}

/** Everything of a first sync: an observation with its contents, the world, and the revision. */
function firstAppend(graph: Graph): Append {
  const origin = { key: 'git:first', actor: 'ann', at: '2026-01-01T00:00:00.000Z', message: 'Begin' };
  const declared = [...graph.components.values()].map(({ id, environment }) => ({
    subject: subjects.declaration(environment, `iac/${id}/config.json`),
    hash: `hash of ${id}`,
  }));
  const observation: Observation = {
    ...origin,
    source: 'git:main',
    observedAt: origin.at,
    changes: declared,
  };
  return {
    observations: [observation],
    contents: new Map(declared.map(({ hash }) => [hash, JSON.stringify({ name: hash, list: [1, 2, 3] })])),
    entries: declared.map(({ subject, hash }) => ({ subject, entry: { hash, origin } })),
    cursors: new Map([['git:main', 'first']]),
    revisions: [revisionOf(1, EMPTY, graph)],
  };
}

function revisionOf(number: number, before: Graph, after: Graph): Revision {
  return {
    number,
    key: `git:${number}`,
    source: 'git:main',
    actor: 'ann',
    message: 'Change',
    at: '2026-01-01T00:00:00.000Z',
    changes: diff(before, after),
  };
}

async function preparedChange({ log }: Store, graph: Graph): Promise<() => Promise<unknown>> {
  const [one] = graph.components.values();
  if (!one) throw new Error('The graph has components.');
  const components = new Map(graph.components).set(one.id, { ...one, status: 'deployed' });
  const lease = await log.acquireLease('bench', 3_600_000);
  const revisions = [revisionOf(2, graph, { ...graph, components })];
  const append = { observations: [], contents: new Map(), entries: [], cursors: new Map(), revisions };
  const head = await log.head();
  return () => log.append(lease, head, append);
}

/** The component of which the blast radius is the smallest that is at least so large. */
function reachingMost(graph: Graph, least: number): ComponentId {
  const topology = createTopology(graph);
  const sized = [...topology.ids()]
    .map((id) => ({ id, total: impact(topology, { id, depth: DEPTH, limit: 0, waves: false }).total }))
    .filter(({ total }) => total >= least)
    .sort((a, b) => a.total - b.total);
  const [chosen] = sized;
  if (!chosen) throw new Error(`No blast radius reaches ${least} components.`);
  return chosen.id;
}

function figure(
  work: string,
  measure: Figure['measure'],
  value: number,
  unit: Figure['unit'],
  bar: number,
): Figure {
  return { work, measure, value, unit, bar };
}
