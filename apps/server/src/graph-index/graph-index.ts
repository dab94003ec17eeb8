import type { ChangeSet, ComponentId } from '@karma/core';
import type { Head, Store } from '@karma/store';
import { readGraph } from '@karma/store';
import { findText, type TextHit } from './find-text';
import { FindingCounter, type FindingCounts } from './finding-counts';

/** What the server holds of the whole graph: every id, for search, and how many findings each component has. */
export class GraphIndex {
  readonly #store: Store;
  #head: Head | undefined;
  #ids = new Set<ComponentId>();
  #list: readonly ComponentId[] | undefined;
  #findings = new FindingCounter();
  #updating: Promise<void> | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Catches up with the head. */
  async refresh(): Promise<void> {
    while (this.#updating) await this.#updating;
    this.#updating = this.#update().finally(() => {
      this.#updating = undefined;
    });
    await this.#updating;
  }

  findings(id: ComponentId): FindingCounts {
    return this.#findings.get(id);
  }

  search(query: {
    readonly text: string;
    readonly environment?: string | undefined;
    readonly limit: number;
  }): {
    readonly hits: readonly TextHit[];
    readonly total: number;
  } {
    this.#list ??= [...this.#ids].sort();
    return findText(this.#list, query);
  }

  async #update(): Promise<void> {
    const head = await this.#store.log.head();
    const known = this.#head;
    if (known?.generation === head.generation && known.revision === head.revision) return;
    if (known?.generation !== head.generation || head.revision - known.revision > 1000) return this.#load();
    for (const revision of await this.#store.log.changesSince(known.generation, known.revision))
      this.#apply(revision.changes);
    this.#head = head;
  }

  async #load(): Promise<void> {
    await readGraph(this.#store, async (reader) => {
      const ids = new Set<ComponentId>();
      for await (const id of reader.ids()) ids.add(id);
      const findings = await reader.findings({});
      this.#ids = ids;
      this.#list = undefined;
      this.#findings = FindingCounter.of(findings);
      this.#head = reader.head;
    });
  }

  #apply(changes: ChangeSet): void {
    for (const { before, after } of changes.components) {
      if (before && !after) this.#ids.delete(before.id);
      if (after && !before) this.#ids.add(after.id);
      if (!before || !after) this.#list = undefined;
    }
    this.#findings.apply(changes);
  }
}
