import { type Component, type ComponentId, effectiveValues, type ParameterState } from '@karma/core';
import { LeafReader, type Leaves, NO_LEAVES, type Payloads } from '@karma/query';
import type { RevisionLog } from '@karma/store';
import { outputsOf } from '../view/output-values';

/** Contents of the components asked for in one go: enough to be quick, few enough to hold at once. */
const BATCH = 2000;

type Runtime = Pick<ParameterState, 'name' | 'type' | 'hash'>;

/** Where the payloads of one component stand in the log. */
interface Sources {
  readonly id: ComponentId;
  readonly declaration: string | null;
  readonly parents: readonly ComponentId[];
  readonly runtime: readonly Runtime[];
}

type Values = (Leaves | undefined)[];

/** The flattened configs and outputs of one graph, by ordinal; read from the log when first asked for. */
export class PayloadMemory {
  readonly #sources = new Map<number, Sources>();
  readonly #values: Readonly<Record<keyof Payloads, Values>> = { config: [], output: [] };
  readonly #leaves = new LeafReader();

  config(ordinal: number): Leaves {
    return this.#values.config[ordinal] ?? NO_LEAVES;
  }

  outputs(ordinal: number): Leaves {
    return this.#values.output[ordinal] ?? NO_LEAVES;
  }

  set(ordinal: number, { id, declaration, parents, placements }: Component): void {
    const runtime = placements.flatMap((placement) =>
      placement.runtime.map(({ name, type, hash }) => ({ name, type, hash })),
    );
    this.#sources.set(ordinal, { id, declaration: declaration?.hash ?? null, parents, runtime });
    this.#values.output[ordinal] = undefined;
  }

  delete(ordinal: number): void {
    this.#sources.delete(ordinal);
    for (const values of Object.values(this.#values)) values[ordinal] = undefined;
  }

  /** Forgets the configs of these components and of those that inherit from them. */
  forgetConfigs(changed: ReadonlySet<ComponentId>): void {
    for (const [ordinal, { id, parents }] of this.#sources)
      if (changed.has(id) || parents.some((parent) => changed.has(parent)))
        this.#values.config[ordinal] = undefined;
  }

  /** Reads what is missing. What changes meanwhile is missing again afterwards: see `isComplete`. */
  async load(
    log: RevisionLog,
    payloads: Payloads,
    ordinalOf: (id: ComponentId) => number | undefined,
  ): Promise<void> {
    for (const kind of ['config', 'output'] as const) {
      const missing = payloads[kind] ? this.#missing(kind) : [];
      for (let start = 0; start < missing.length; start += BATCH)
        await this.#read(log, kind, missing.slice(start, start + BATCH), ordinalOf);
    }
  }

  isComplete(payloads: Payloads): boolean {
    return (['config', 'output'] as const).every(
      (kind) => !payloads[kind] || this.#missing(kind).length === 0,
    );
  }

  #missing(kind: keyof Payloads): (readonly [number, Sources])[] {
    return [...this.#sources].filter(([ordinal]) => this.#values[kind][ordinal] === undefined);
  }

  async #read(
    log: RevisionLog,
    kind: keyof Payloads,
    batch: readonly (readonly [number, Sources])[],
    ordinalOf: (id: ComponentId) => number | undefined,
  ): Promise<void> {
    const declarationOf = (id: ComponentId) => this.#sources.get(ordinalOf(id) ?? -1)?.declaration ?? null;
    const chainOf = ({ declaration, parents }: Sources) =>
      [declaration, ...parents.map(declarationOf)].flatMap((hash) => hash ?? []);
    const hashesOf = (sources: Sources) =>
      kind === 'config' ? chainOf(sources) : sources.runtime.map(({ hash }) => hash);
    const wanted = batch.map(([ordinal, sources]) => ({ ordinal, sources, hashes: hashesOf(sources) }));
    const contents = await log.contents([...new Set(wanted.flatMap(({ hashes }) => hashes))]);
    for (const { ordinal, sources, hashes } of wanted) {
      if (this.#sources.get(ordinal) !== sources) continue;
      this.#values[kind][ordinal] = this.#leaves.read(
        kind === 'config'
          ? effectiveValues(hashes.map((hash) => contents.get(hash) ?? ''))
          : readOutputs(sources.runtime, contents),
      );
    }
  }
}

/** Placements side by side: an output that several have is a list. */
function readOutputs(
  runtime: readonly Runtime[],
  contents: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const outputs = new Map<string, unknown[]>();
  for (const parameter of runtime)
    for (const { key, value } of outputsOf(parameter, contents.get(parameter.hash)))
      if (value !== null) outputs.set(key, [...(outputs.get(key) ?? []), value]);
  return Object.fromEntries(outputs);
}
