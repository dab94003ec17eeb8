import type { Change, ChangeSet, ComponentId, LargestImpact } from '@karma/core';
import { environmentOf } from './order';
import type { EnvironmentSummary } from './ports';

/** Whatever is counted of a component. */
export interface CountedComponent {
  readonly environment: string;
  readonly type: string;
  readonly status: string;
  readonly owner: string | null;
}

/** Whatever is counted of a finding. */
export interface CountedFinding {
  readonly environment: string;
  readonly kind: string;
  readonly severity: string;
}

/** Counts by environment, kept current by change sets at the cost of what these touch. */
export class SummaryCounts {
  readonly #environments = new Map<string, EnvironmentCounts>();

  /** The counts that led to these summaries. */
  static of(summaries: readonly EnvironmentSummary[]): SummaryCounts {
    const counts = new SummaryCounts();
    for (const { environment, components, dependencies, ...tallies } of summaries) {
      const own = counts.#of(environment);
      own.components = components;
      own.dependencies = dependencies;
      own.byStatus.addAll(tallies.byStatus);
      own.byType.addAll(tallies.byType);
      own.byFinding.addAll(tallies.byFinding);
      own.bySeverity.addAll(tallies.bySeverity);
      own.owners.addAll(tallies.owners);
    }
    return counts;
  }

  countComponent({ environment, type, status, owner }: CountedComponent, by: number): void {
    const counts = this.#of(environment);
    counts.components += by;
    counts.byType.add(type, by);
    counts.byStatus.add(status, by);
    if (owner !== null) counts.owners.add(owner, by);
  }

  countFinding({ environment, kind, severity }: CountedFinding, by: number): void {
    const counts = this.#of(environment);
    counts.byFinding.add(kind, by);
    counts.bySeverity.add(severity, by);
  }

  /** A dependency counts where its consumer is. */
  countDependencies(consumer: ComponentId, by: number): void {
    this.#of(environmentOf(consumer)).dependencies += by;
  }

  apply({ components, dependencies, findings }: ChangeSet): void {
    count(components, (component, by) => this.countComponent(component, by));
    count(findings, (finding, by) => this.countFinding(finding, by));
    count(dependencies, ({ from }, by) => this.countDependencies(from, by));
  }

  /** Environments with a component or a finding, sorted by name. */
  summaries(largest: ReadonlyMap<string, LargestImpact>): EnvironmentSummary[] {
    return [...this.#environments]
      .filter(([, { components, byFinding }]) => components > 0 || !byFinding.isEmpty)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([environment, { components, dependencies, ...tallies }]) => ({
        environment,
        components,
        dependencies,
        byStatus: tallies.byStatus.counts,
        byType: tallies.byType.counts,
        bySeverity: tallies.bySeverity.counts,
        byFinding: tallies.byFinding.counts,
        owners: tallies.owners.counts,
        largestImpact: largest.get(environment) ?? null,
      }));
  }

  #of(environment: string): EnvironmentCounts {
    const known = this.#environments.get(environment) ?? new EnvironmentCounts();
    this.#environments.set(environment, known);
    return known;
  }
}

class EnvironmentCounts {
  components = 0;
  dependencies = 0;
  readonly byStatus = new Tally();
  readonly byType = new Tally();
  readonly bySeverity = new Tally();
  readonly byFinding = new Tally();
  readonly owners = new Tally();
}

/** How often each word was counted. */
class Tally {
  readonly #counts = new Map<string, number>();

  add(word: string, by: number): void {
    const count = (this.#counts.get(word) ?? 0) + by;
    if (count === 0) this.#counts.delete(word);
    else this.#counts.set(word, count);
  }

  addAll(counts: Readonly<Record<string, number>>): void {
    for (const [word, count] of Object.entries(counts)) this.add(word, count);
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  /** Sorted by word. */
  get counts(): Record<string, number> {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

function count<V>(changes: readonly Change<V>[], take: (value: V, by: 1 | -1) => void): void {
  for (const { before, after } of changes) {
    if (before) take(before, -1);
    if (after) take(after, 1);
  }
}
