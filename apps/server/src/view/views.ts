import type { ComponentId, PlacementId } from '@karma/core';
import type { Payloads, QueryContext } from '@karma/query';
import { type GraphReader, readerOf, readGraph, StaleReaderError, type Store } from '@karma/store';
import { FindingCounter, type FindingCounts } from '../graph-index/finding-counts';
import type { GraphIndex } from '../graph-index/graph-index';
import { GraphMemory } from '../query/graph-memory';
import { PresentMemory } from '../query/present-memory';
import { NotFoundError } from './not-found-error';

const MAX_PAST = 3;

/** The graph at one revision, and how many findings each component then has. */
export interface View {
  readonly reader: GraphReader;
  findings(id: ComponentId): FindingCounts;
  /** What people call a placement. */
  placementName(id: PlacementId): string;
  /**
   * The graph as a query sees it, with the payloads that it needs: to be used at once. Ages count from the moment of
   * the view. @throws StaleReaderError
   */
  queryContext(payloads: Payloads): Promise<QueryContext>;
}

/** Gives views of the present and, for a while, of the past ones asked for last. */
export class Views {
  readonly store: Store;
  readonly #index: GraphIndex;
  readonly placementName: View['placementName'];
  readonly #present: PresentMemory;
  readonly #clock: () => Date;
  readonly #past = new Map<string, Promise<View>>();

  /** @param placementNames where a placement has none, it is called by its id. */
  constructor(
    store: Store,
    index: GraphIndex,
    placementNames: ReadonlyMap<PlacementId, string> = new Map(),
    clock = () => new Date(),
  ) {
    this.store = store;
    this.#clock = clock;
    this.placementName = (id) => placementNames.get(id) ?? id;
    this.#index = index;
    this.#present = new PresentMemory(store, this.placementName);
  }

  /**
   * Answers from one revision: that with the key `at`, else the head.
   * @throws NotFoundError when there is no such revision.
   */
  async ask<T>(at: string | undefined, question: (view: View) => Promise<T>): Promise<T> {
    if (at !== undefined) return question(await this.#at(at));
    return readGraph(this.store, async (reader) => {
      await this.#index.refresh();
      const findings: View['findings'] = (id) => this.#index.findings(id);
      const queryContext: View['queryContext'] = (payloads) =>
        this.#present.context(reader, payloads, this.#clock().getTime());
      return question({ reader, findings, placementName: this.placementName, queryContext });
    });
  }

  async #at(key: string): Promise<View> {
    const head = await this.store.log.head();
    const revision = await this.store.log.revision(key);
    if (!revision)
      throw new NotFoundError(`There is no revision ${key}. It may have been rebuilt: see the history.`);
    const name = `${head.generation} ${revision.number}`;
    const view =
      this.#past.get(name) ??
      this.#open({ ...head, revision: revision.number, key }, Date.parse(revision.at));
    this.#past.delete(name);
    this.#past.set(name, view);
    for (const oldest of this.#past.keys()) {
      if (this.#past.size <= MAX_PAST) break;
      this.#past.delete(oldest);
    }
    view.catch(() => this.#past.delete(name));
    return view;
  }

  async #open(head: GraphReader['head'], now: number): Promise<View> {
    const graph = await this.store.log.graphAt(head.revision);
    const counter = FindingCounter.of(graph.findings.values());
    const findings: View['findings'] = (id) => counter.get(id);
    const reader = readerOf(graph, head);
    let memory: Promise<GraphMemory> | undefined;
    const queryContext: View['queryContext'] = async (payloads) => {
      memory ??= GraphMemory.load(reader, this.placementName);
      const context = await (await memory).context(this.store.log, payloads, now);
      if (!context) throw new StaleReaderError(head);
      return context;
    };
    return { reader, findings, placementName: this.placementName, queryContext };
  }
}
