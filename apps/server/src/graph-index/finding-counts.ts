import type { ChangeSet, ComponentId, Finding, Graph, Severity } from '@karma/core';

export type FindingCounts = Readonly<Record<Severity, number>>;

export const NO_FINDINGS: FindingCounts = { error: 0, warning: 0, info: 0 };

/** How many findings each component has. */
export class FindingCounter {
  readonly #counts = new Map<ComponentId, FindingCounts>();
  readonly #below: FindingCounter | null;

  /** @param below what it begins with; stays as it is. */
  constructor(below: FindingCounter | null = null) {
    this.#below = below;
  }

  static of(findings: Iterable<Finding>): FindingCounter {
    const counter = new FindingCounter();
    for (const finding of findings) counter.#add(finding, 1);
    return counter;
  }

  get(id: ComponentId): FindingCounts {
    return this.#counts.get(id) ?? this.#below?.get(id) ?? NO_FINDINGS;
  }

  apply({ findings }: Pick<ChangeSet, 'findings'>): this {
    for (const { before, after } of findings) {
      if (before) this.#add(before, -1);
      if (after) this.#add(after, 1);
    }
    return this;
  }

  #add({ component, severity }: Finding, by: number): void {
    if (component === null) return;
    const before = this.get(component);
    this.#counts.set(component, { ...before, [severity]: before[severity] + by });
  }
}

const counted = new WeakMap<Graph, FindingCounter>();

/** Findings of one graph; counted once for all plans that are made on it. */
export function findingsOf(graph: Graph): FindingCounter {
  const counter = counted.get(graph) ?? FindingCounter.of(graph.findings.values());
  counted.set(graph, counter);
  return counter;
}
