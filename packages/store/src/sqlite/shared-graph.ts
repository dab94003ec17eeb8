import type { Change, ChangeSet, Consumes, LargestImpact, Revision, Topology } from '@karma/core';
import { largestImpact, topologyOf } from '@karma/core';
import { z } from 'zod';
import { StaleReaderError } from '../errors';
import { environmentOf } from '../order';
import type { EnvironmentSummary, Head } from '../ports';
import type { SummaryCounts } from '../summary-counts';
import { readHead } from './head';
import { loadCounts } from './load-counts';
import { readRevisionsSince } from './revisions';
import { idColumn, idRow } from './rows';
import { OPEN } from './schema';
import type { Sql } from './sql';

/** The graph at one revision, moved on by change sets. What is asked for seldom is made when first asked for. */
class GraphState {
  #counts: SummaryCounts | undefined;
  #largest: ReadonlyMap<string, LargestImpact> | undefined;

  constructor(
    readonly head: Head,
    readonly topology: Topology,
  ) {}

  /** Carries on from here: what is taken over must not be used from this state any more. */
  next(head: Head, revisions: readonly Revision[]): GraphState {
    const next = new GraphState(head, this.topology);
    next.#counts = this.#counts;
    if (!revisions.some(({ changes }) => changesShape(changes))) next.#largest = this.#largest;
    for (const { changes } of revisions) {
      this.topology.apply(changes);
      this.#counts?.apply(changes);
    }
    return next;
  }

  summary(sql: Sql): readonly EnvironmentSummary[] {
    this.#counts ??= loadCounts(sql, this.head.revision, this.topology);
    this.#largest ??= largestImpact(this.topology, environmentOf);
    return this.#counts.summaries(this.#largest);
  }
}

/** Whether components or dependencies appeared or went. */
function changesShape({ components, dependencies }: ChangeSet): boolean {
  const isNewOrGone = ({ before, after }: Change<unknown>) => before === null || after === null;
  return components.some(isNewOrGone) || dependencies.some(isNewOrGone);
}

/** What all readers of one store share in memory: the graph at the head, loaded when first asked for. */
export class SharedGraph {
  #state: GraphState | undefined;

  constructor(private readonly sql: Sql) {}

  /** The topology at exactly this head. @throws StaleReaderError */
  topology(head: Head): Topology {
    return this.#at(head).topology;
  }

  /** @throws StaleReaderError */
  summary(head: Head): readonly EnvironmentSummary[] {
    return this.#at(head).summary(this.sql);
  }

  /** Follows the head by revisions that are at hand; what does not fit is loaded anew when asked for. */
  advance(head: Head, revisions: readonly Revision[]): void {
    const state = this.#state;
    if (!state) return;
    const follows =
      head.generation === state.head.generation && state.head.revision + revisions.length === head.revision;
    this.#state = follows ? state.next(head, revisions) : undefined;
  }

  #at(head: Head): GraphState {
    if (!this.#state || !isSame(this.#state.head, head)) this.#follow();
    if (!this.#state || !isSame(this.#state.head, head)) throw new StaleReaderError(head);
    return this.#state;
  }

  #follow(): void {
    this.#state = this.sql.read(() => {
      const head = readHead(this.sql);
      const state = this.#state;
      if (!state || state.head.generation !== head.generation)
        return new GraphState(head, loadTopology(this.sql));
      if (isSame(state.head, head)) return state;
      return state.next(head, readRevisionsSince(this.sql, head.generation, state.head.revision));
    });
  }
}

/** Observations that changed nothing move the head and leave the graph as it is. */
function isSame(a: Head, b: Head): boolean {
  return a.generation === b.generation && a.revision === b.revision;
}

const linkRow = z.object({
  from: idColumn,
  to: idColumn,
  confidence: z.enum(['declared', 'inferred']),
  ambiguous: z.number(),
  consumes: z.string(),
});

function loadTopology(sql: Sql): Topology {
  const components = sql.all(`SELECT id FROM component WHERE until = ${OPEN}`, idRow);
  const dependencies = sql.all(
    `SELECT consumer AS "from", provider AS "to", confidence, ambiguous, consumes
     FROM dependency WHERE until = ${OPEN}`,
    linkRow,
  );
  // Few sets of keys are consumed by many: each is kept once.
  const known = new Map<string, Consumes>();
  const consumesOf = (text: string): Consumes => {
    const consumes: Consumes = known.get(text) ?? JSON.parse(text);
    known.set(text, consumes);
    return consumes;
  };
  return topologyOf({
    components: components.map(({ id }) => id),
    dependencies: dependencies.map(({ ambiguous, consumes, ...rest }) => {
      return { ...rest, ambiguous: ambiguous === 1, consumes: consumesOf(consumes) };
    }),
  });
}
