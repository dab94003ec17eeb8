import {
  type Change,
  type ChangeSet,
  type Component,
  type Dependency,
  dependencyKey,
  type Finding,
} from '@karma/core';
import type { Value } from './sql';

/** How one kind of element of the graph is kept. */
export interface Element<V> {
  readonly table: 'component' | 'dependency' | 'finding';
  /** Columns that identify it. */
  readonly key: readonly string[];
  /** Further columns to select by; `body` holds all. */
  readonly facets: readonly string[];
  readonly keyOf: (value: V) => readonly string[];
  readonly facetsOf: (value: V) => readonly Value[];
  /** As in the order of change sets. */
  readonly sortKey: (value: V) => string;
  readonly changesIn: (changes: ChangeSet) => readonly Change<V>[];
  readonly parse: (body: string) => V;
}

export const COMPONENT: Element<Component> = {
  table: 'component',
  key: ['id'],
  facets: ['environment', 'type', 'nickname', 'status', 'owner'],
  keyOf: ({ id }) => [id],
  facetsOf: ({ environment, type, nickname, status, owner }) => [environment, type, nickname, status, owner],
  sortKey: ({ id }) => id,
  changesIn: ({ components }) => components,
  parse: (body) => JSON.parse(body),
};

export const DEPENDENCY: Element<Dependency> = {
  table: 'dependency',
  key: ['consumer', 'provider'],
  facets: ['confidence', 'ambiguous', 'consumes'],
  keyOf: ({ from, to }) => [from, to],
  facetsOf: ({ confidence, ambiguous, consumes }) => [
    confidence,
    Number(ambiguous),
    JSON.stringify(consumes),
  ],
  sortKey: ({ from, to }) => dependencyKey(from, to),
  changesIn: ({ dependencies }) => dependencies,
  parse: (body) => JSON.parse(body),
};

export const FINDING: Element<Finding> = {
  table: 'finding',
  key: ['id'],
  facets: ['component', 'environment', 'kind', 'severity'],
  keyOf: ({ id }) => [id],
  facetsOf: ({ component, environment, kind, severity }) => [component, environment, kind, severity],
  sortKey: ({ id }) => id,
  changesIn: ({ findings }) => findings,
  parse: (body) => JSON.parse(body),
};
