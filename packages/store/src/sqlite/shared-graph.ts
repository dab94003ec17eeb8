import type { Consumes, Revision, Topology } from '@karma/core';
import { topologyOf } from '@karma/core';
import { z } from 'zod';
import { StaleReaderError } from '../errors';
import type { EnvironmentSummary, Head } from '../ports';
import { readHead } from './head';
import { readRevisionsSince } from './revisions';
import { idColumn, idRow } from './rows';
import { OPEN } from './schema';
import type { Sql } from './sql';
import { summarizeEnvironments } from './summarize';

interface State {
  head: Head;
  readonly topology: Topology;
  summary?: readonly EnvironmentSummary[];
}

/** What all readers of one store share in memory: the topology of the head, loaded when first asked for. */
export class SharedGraph {
  #state: State | undefined;

  constructor(private readonly sql: Sql) {}

  /** The topology at exactly this head. @throws StaleReaderError */
  topology(head: Head): Topology {
    return this.#at(head).topology;
  }

  /** @throws StaleReaderError */
  summary(head: Head): readonly EnvironmentSummary[] {
    const state = this.#at(head);
    state.summary ??= summarizeEnvironments(this.sql, head.revision, state.topology);
    return state.summary;
  }

  /** Follows the head by revisions that are at hand; what does not fit is loaded anew when asked for. */
  advance(head: Head, revisions: readonly Revision[]): void {
    const state = this.#state;
    if (!state) return;
    const follows =
      head.generation === state.head.generation && state.head.revision + revisions.length === head.revision;
    if (!follows) {
      this.#state = undefined;
      return;
    }
    for (const { changes } of revisions) state.topology.apply(changes);
    this.#state = { head, topology: state.topology };
  }

  #at(head: Head): State {
    if (!this.#state || !isSame(this.#state.head, head)) this.#follow();
    if (!this.#state || !isSame(this.#state.head, head)) throw new StaleReaderError(head);
    return this.#state;
  }

  #follow(): void {
    this.#state = this.sql.read(() => {
      const head = readHead(this.sql);
      const state = this.#state;
      if (!state || state.head.generation !== head.generation)
        return { head, topology: loadTopology(this.sql) };
      if (isSame(state.head, head)) return state;
      for (const { changes } of readRevisionsSince(this.sql, head.generation, state.head.revision)) {
        state.topology.apply(changes);
      }
      return { head, topology: state.topology };
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
