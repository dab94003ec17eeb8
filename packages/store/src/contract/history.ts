import { diff, type Graph, type Observation, type Revision, subjects } from '@karma/core';
import fc from 'fast-check';
import type { Append, Head, Lease, RevisionLog } from '../ports';
import { graphs } from './graphs';

export const EMPTY_GRAPH: Graph = { components: new Map(), dependencies: new Map(), findings: new Map() };

/** States of a graph, one a revision, and how many revisions go into one append. */
export const histories = fc.record({
  states: fc.array(graphs, { minLength: 1, maxLength: 6 }),
  batch: fc.integer({ min: 1, max: 3 }),
});

/** One revision for each state; `tag` keeps the keys of several histories apart. */
export function revisionsOf(
  states: readonly Graph[],
  start = EMPTY_GRAPH,
  after = 0,
  tag = 'git',
): Revision[] {
  return states.map((state, index) => {
    const number = after + index + 1;
    return {
      number,
      key: `${tag}:${number}`,
      source: 'git:main',
      actor: number % 2 === 0 ? null : 'ann',
      message: `Step ${number}`,
      at: new Date(number * 1000).toISOString(),
      changes: diff(states[index - 1] ?? start, state),
    };
  });
}

export function observationOf(key: string): Observation {
  return {
    source: 'git:main',
    key,
    actor: 'ann',
    at: '2026-01-01T00:00:00.000Z',
    message: 'Begin',
    observedAt: '2026-01-01T00:00:01.000Z',
    changes: [{ subject: subjects.conventions('prod'), hash: 'c1' }],
  };
}

/** An append with nothing in it but what is given. */
export function appendOf(parts: Partial<Append>): Append {
  return { observations: [], contents: new Map(), entries: [], cursors: new Map(), revisions: [], ...parts };
}

/** Appends the revisions, each with an observation, so many at a time. */
export async function appendAll(
  log: RevisionLog,
  lease: Lease,
  revisions: readonly Revision[],
  batch: number,
): Promise<Head> {
  let head = await log.head();
  for (let start = 0; start < revisions.length; start += batch) {
    const some = revisions.slice(start, start + batch);
    const observations = some.map(({ key }) => observationOf(key));
    head = await log.append(lease, head, appendOf({ observations, revisions: some }));
  }
  return head;
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
