import type { Component } from './component';
import type { Dependency, DependencyKey } from './dependency';
import type { Finding } from './finding';
import type { ComponentId } from './ids';

/** The part of a `Map` that a graph needs; iteration order is unspecified, canonical order is by key. */
export interface GraphMap<K, V> extends Iterable<readonly [K, V]> {
  readonly size: number;
  get(key: K): V | undefined;
  has(key: K): boolean;
  keys(): Iterable<K>;
  values(): Iterable<V>;
}

/** One immutable state of the world as people see it. */
export interface Graph {
  readonly components: GraphMap<ComponentId, Component>;
  readonly dependencies: GraphMap<DependencyKey, Dependency>;
  readonly findings: GraphMap<string, Finding>;
}

/** One element before and after: absent before means added, absent after means removed. */
export interface Change<V> {
  readonly before: V | null;
  readonly after: V | null;
}

/** What turns one graph into another; invertible. Sorted by key. */
export interface ChangeSet {
  readonly components: readonly Change<Component>[];
  readonly dependencies: readonly Change<Dependency>[];
  readonly findings: readonly Change<Finding>[];
}

/** One step of the graph, caused by one observation. */
export interface Revision {
  /** Position in its generation, from 1; for people to read. Links carry `key`. */
  readonly number: number;
  /** Key of the observation that caused it. */
  readonly key: string;
  readonly source: string;
  readonly actor: string | null;
  readonly message: string;
  /** ISO 8601, effective time, clamped to be monotonic. */
  readonly at: string;
  readonly changes: ChangeSet;
}
