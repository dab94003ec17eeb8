import {
  type ChangeSet,
  type Component,
  type ComponentId,
  type Finding,
  type PlacementId,
  type Topology,
  topologyOf,
} from '@karma/core';
import { componentToRow, type Payloads, type QueryContext, type QueryRow } from '@karma/query';
import type { GraphReader, RevisionLog } from '@karma/store';
import { PayloadMemory } from './payload-memory';

const BATCH = 2000;

/** One graph as queries see it: rows, topology, and payloads once they were asked about. */
export class GraphMemory {
  readonly #topology: Topology;
  readonly #rows: (QueryRow | undefined)[] = [];
  readonly #findings = new Map<ComponentId, readonly Finding[]>();
  readonly #payloads = new PayloadMemory();
  readonly #placementName: (id: PlacementId) => string;

  private constructor(topology: Topology, placementName: (id: PlacementId) => string) {
    this.#topology = topology;
    this.#placementName = placementName;
  }

  static async load(reader: GraphReader, placementName: (id: PlacementId) => string): Promise<GraphMemory> {
    const ids: ComponentId[] = [];
    for await (const id of reader.ids()) ids.push(id);
    const links = await reader.links(ids);
    const topology = topologyOf({
      components: ids,
      dependencies: links.map(({ inferred, ...link }) => ({
        ...link,
        confidence: inferred ? 'inferred' : 'declared',
      })),
    });
    const memory = new GraphMemory(topology, placementName);
    for (const finding of await reader.findings({})) memory.#addFinding(finding);
    for (let start = 0; start < ids.length; start += BATCH)
      for (const component of await reader.components(ids.slice(start, start + BATCH)))
        memory.#set(component);
    return memory;
  }

  apply(changes: ChangeSet): void {
    for (const { before, after } of changes.components) if (before && !after) this.#delete(before.id);
    this.#topology.apply(changes);
    for (const { before, after } of changes.findings) {
      if (before) this.#removeFinding(before);
      if (after) this.#addFinding(after);
    }
    for (const { after } of changes.components) if (after) this.#set(after);
    this.#payloads.forgetHeirs(
      new Set(changes.components.flatMap(({ before, after }) => (after ?? before)?.id ?? [])),
    );
    for (const { before, after } of changes.findings)
      this.#refreshFindings((after ?? before)?.component ?? null);
  }

  /**
   * The graph with the payloads that a query needs; to be used at once, before it moves on.
   * @returns `undefined` when it changed while they were read.
   */
  async context(log: RevisionLog, payloads: Payloads, now: number): Promise<QueryContext | undefined> {
    await this.#payloads.load(log, payloads, (id) => this.#topology.ordinal(id));
    if (!this.#payloads.isComplete(payloads)) return undefined;
    return {
      now,
      topology: this.#topology,
      row: (ordinal) => this.#rows[ordinal],
      paths: this.#payloads.paths,
      config: (ordinal) => this.#payloads.config(ordinal),
      outputs: (ordinal) => this.#payloads.outputs(ordinal),
    };
  }

  #set(component: Component): void {
    const ordinal = this.#topology.ordinal(component.id);
    if (ordinal === undefined) return;
    const findings = this.#findings.get(component.id) ?? [];
    this.#rows[ordinal] = componentToRow(component, findings, this.#placementName);
    this.#payloads.set(ordinal, component);
  }

  #delete(id: ComponentId): void {
    const ordinal = this.#topology.ordinal(id);
    if (ordinal === undefined) return;
    this.#rows[ordinal] = undefined;
    this.#payloads.delete(ordinal);
  }

  #addFinding(finding: Finding): void {
    const { component } = finding;
    if (component !== null)
      this.#findings.set(component, [...(this.#findings.get(component) ?? []), finding]);
  }

  #removeFinding({ component, id }: Finding): void {
    if (component === null) return;
    const others = (this.#findings.get(component) ?? []).filter((finding) => finding.id !== id);
    if (others.length > 0) this.#findings.set(component, others);
    else this.#findings.delete(component);
  }

  #refreshFindings(id: ComponentId | null): void {
    const ordinal = id === null ? undefined : this.#topology.ordinal(id);
    const row = ordinal === undefined ? undefined : this.#rows[ordinal];
    if (row && ordinal !== undefined && id !== null)
      this.#rows[ordinal] = { ...row, findings: this.#findings.get(id) ?? [] };
  }
}
