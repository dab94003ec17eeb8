import { isDeepStrictEqual } from 'node:util';
import {
  type Change,
  type ChangeSet,
  type Component,
  type Dependency,
  dependencyKey,
  type Finding,
} from '@karma/core';
import { compareText } from '../order';

type Sides<V> = Map<string, { readonly before: V | null; after: V | null }>;

/** What several change sets in a row amount to: each element once, from its first `before` to its last `after`. */
export class NetChanges {
  readonly #components: Sides<Component> = new Map();
  readonly #dependencies: Sides<Dependency> = new Map();
  readonly #findings: Sides<Finding> = new Map();

  add({ components, dependencies, findings }: ChangeSet): this {
    fold(this.#components, components, ({ id }) => id);
    fold(this.#dependencies, dependencies, ({ from, to }) => dependencyKey(from, to));
    fold(this.#findings, findings, ({ id }) => id);
    return this;
  }

  get changes(): ChangeSet {
    return {
      components: net(this.#components),
      dependencies: net(this.#dependencies),
      findings: net(this.#findings),
    };
  }
}

function fold<V>(sides: Sides<V>, changes: readonly Change<V>[], keyOf: (value: V) => string): void {
  for (const { before, after } of changes) {
    const value = after ?? before;
    if (value === null) continue;
    const known = sides.get(keyOf(value));
    if (known) known.after = after;
    else sides.set(keyOf(value), { before, after });
  }
}

function net<V>(sides: Sides<V>): Change<V>[] {
  return [...sides]
    .filter(([, { before, after }]) => !isDeepStrictEqual(before, after))
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { before, after }]) => ({ before, after }));
}
