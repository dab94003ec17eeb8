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

type Kind = keyof Payloads;
const KINDS: readonly Kind[] = ['config', 'output'];

/** The flattened configs and outputs of one graph, by ordinal; read from the log when first asked for. */
export class PayloadMemory {
  readonly #sources = new Map<number, Sources>();
  readonly #values: Readonly<Record<Kind, Leaves[]>> = { config: [], output: [] };
  readonly #missing: Readonly<Record<Kind, Set<number>>> = { config: new Set(), output: new Set() };
  readonly #leaves = new LeafReader();

  get paths(): readonly string[] {
    return this.#leaves.paths;
  }

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
    for (const kind of KINDS) this.#missing[kind].add(ordinal);
  }

  delete(ordinal: number): void {
    this.#sources.delete(ordinal);
    for (const kind of KINDS) {
      this.#missing[kind].delete(ordinal);
      delete this.#values[kind][ordinal];
    }
  }

  /** Forgets the configs of components that inherit from these. */
  forgetHeirs(changed: ReadonlySet<ComponentId>): void {
    for (const [ordinal, { parents }] of this.#sources)
      if (parents.some((parent) => changed.has(parent))) this.#missing.config.add(ordinal);
  }

  /** Reads what is missing. What changes meanwhile is missing again afterwards: see `isComplete`. */
  async load(
    log: RevisionLog,
    payloads: Payloads,
    ordinalOf: (id: ComponentId) => number | undefined,
  ): Promise<void> {
    for (const kind of KINDS) {
      const missing = payloads[kind] ? [...this.#missing[kind]] : [];
      for (let start = 0; start < missing.length; start += BATCH)
        await this.#read(log, kind, missing.slice(start, start + BATCH), ordinalOf);
    }
  }

  isComplete(payloads: Payloads): boolean {
    return KINDS.every((kind) => !payloads[kind] || this.#missing[kind].size === 0);
  }

  async #read(
    log: RevisionLog,
    kind: Kind,
    batch: readonly number[],
    ordinalOf: (id: ComponentId) => number | undefined,
  ): Promise<void> {
    const declarationOf = (id: ComponentId) => this.#sources.get(ordinalOf(id) ?? -1)?.declaration ?? null;
    const hashesOf = (ordinal: number): readonly string[] => {
      const sources = this.#sources.get(ordinal);
      if (!sources) return [];
      if (kind === 'output') return sources.runtime.map(({ hash }) => hash);
      return [sources.declaration, ...sources.parents.map(declarationOf)].flatMap((hash) => hash ?? []);
    };
    const wanted = batch.map((ordinal) => ({ ordinal, hashes: hashesOf(ordinal) }));
    const contents = await log.contents([...new Set(wanted.flatMap(({ hashes }) => hashes))]);
    for (const { ordinal, hashes } of wanted) {
      const sources = this.#sources.get(ordinal);
      if (!sources || hashesOf(ordinal).join() !== hashes.join()) continue;
      this.#missing[kind].delete(ordinal);
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
