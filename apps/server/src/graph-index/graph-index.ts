import type { ChangeSet, ComponentId, Finding, Severity } from '@karma/core';
import type { Head, Store } from '@karma/store';
import { readGraph } from '@karma/store';
import { findText, type TextHit } from './find-text';

export type FindingCounts = Readonly<Record<Severity, number>>;

export const NO_FINDINGS: FindingCounts = { error: 0, warning: 0, info: 0 };

/** What the server holds of the whole graph: every id, for search, and how many findings each component has. */
export class GraphIndex {
  readonly #store: Store;
  #head: Head | undefined;
  #ids = new Set<ComponentId>();
  #list: readonly ComponentId[] | undefined;
  #counts = new Map<ComponentId, FindingCounts>();
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
    return this.#counts.get(id) ?? NO_FINDINGS;
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
      this.#counts = new Map();
      for (const finding of findings) this.#count(finding, 1);
      this.#head = reader.head;
    });
  }

  #apply({ components, findings }: ChangeSet): void {
    for (const { before, after } of components) {
      if (before && !after) this.#ids.delete(before.id);
      if (after && !before) this.#ids.add(after.id);
      if (!before || !after) this.#list = undefined;
    }
    for (const { before, after } of findings) {
      if (before) this.#count(before, -1);
      if (after) this.#count(after, 1);
    }
  }

  #count({ component, severity }: Finding, by: number): void {
    if (component === null) return;
    const before = this.findings(component);
    this.#counts.set(component, { ...before, [severity]: before[severity] + by });
  }
}
