import { type ChangeSet, type LargestImpact, largestImpact, type Topology, topologyOf } from '@karma/core';
import { InvalidAppendError } from '../errors';
import { environmentOf } from '../order';
import type { EnvironmentSummary } from '../ports';
import { SummaryCounts } from '../summary-counts';
import type { Connection } from './connection';
import type { HeadVertex } from './head-vertex';
import type { Names } from './names';
import { readTopology } from './whole-graph';

/**
 * The overview, made by whoever writes, so that readers find it ready. Counts follow from the change set; the largest
 * impacts need the topology, which the writer keeps in memory and reads once, when it did not write from the start.
 */
export class WriterSummary {
  #known: { readonly write: number; readonly topology: Topology } | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
  ) {}

  /**
   * The overview after the changes. Call it once a write; without `shape` changes it costs no round trip.
   * @throws InvalidAppendError when the changes do not fit the graph.
   */
  async after(head: HeadVertex, changes: ChangeSet, write: number): Promise<readonly EnvironmentSummary[]> {
    const counts = SummaryCounts.of(head.summary);
    counts.apply(changes);
    if (!isShape(changes) && this.#known?.write !== head.write)
      return counts.summaries(largestOf(head.summary));
    const topology = await this.#topologyAt(head.write);
    this.#known = undefined;
    try {
      topology.apply(changes);
    } catch (error) {
      throw new InvalidAppendError(error instanceof Error ? error.message : String(error));
    }
    this.#known = { write, topology };
    return counts.summaries(
      isShape(changes) ? largestImpact(topology, environmentOf) : largestOf(head.summary),
    );
  }

  /** To be called when the write of which `after` told did not come about. */
  forget(): void {
    this.#known = undefined;
  }

  async #topologyAt(write: number): Promise<Topology> {
    if (write === 0) return topologyOf({ components: [], dependencies: [] });
    if (this.#known?.write === write) return this.#known.topology;
    return readTopology(this.connection, this.names, write);
  }
}

/** Whether components or dependencies appear, go, or lead elsewhere. */
function isShape({ components, dependencies }: ChangeSet): boolean {
  return dependencies.length > 0 || components.some(({ before, after }) => before === null || after === null);
}

function largestOf(summaries: readonly EnvironmentSummary[]): ReadonlyMap<string, LargestImpact> {
  return new Map(
    summaries.flatMap(({ environment, largestImpact: largest }) => (largest ? [[environment, largest]] : [])),
  );
}
