import type { Component, ComponentId, Dependency, Finding, Link } from '@karma/core';
import { z } from 'zod';
import { direction, type ElementMap, P, type Traversal, t } from './language';
import { type Collection, type Names, versionOf } from './names';

/** `until` of a version that counts; there are no null properties. */
export const OPEN = 2_147_483_647;

type Properties = Readonly<Record<string, string | number | null>>;

/** A vertex to be made; properties that are null are left out. */
export function vertex(id: string, label: string, properties: Properties = {}): ElementMap {
  return new Map<unknown, string | number>([[t.id, id], [t.label, label], ...present(properties)]);
}

interface Ends {
  readonly from: string;
  readonly to: string;
}

/** An edge to be made. */
export function edge(id: string, label: string, { from, to }: Ends, properties: Properties = {}): ElementMap {
  const ends: [unknown, string][] = [
    [direction.from_, from],
    [direction.to, to],
  ];
  return new Map<unknown, string | number>([[t.id, id], [t.label, label], ...ends, ...present(properties)]);
}

function present(properties: Properties): [string, string | number][] {
  return Object.entries(properties).flatMap(([key, value]) => (value === null ? [] : [[key, value]]));
}

/** Keeps the versions that count at a write. */
export function visible(traversal: Traversal, write: number): Traversal {
  return traversal.has('since', P.lte(write)).has('until', P.gt(write));
}

const version = (names: Names, collection: Collection, write: number) => ({
  collection: names.collection(collection),
  since: write,
  until: OPEN,
});

export function componentVertex(names: Names, id: ComponentId): ElementMap {
  return vertex(names.component(id), 'Component', {
    collection: names.collection('components'),
    component: id,
  });
}

/** ASCII letters only, as `SliceQuery.text` promises. */
export function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

const stateId = (names: Names, { id }: Component, write: number) =>
  versionOf(`${names.store}/state/${id}`, write);

/** The content of a component from a write on. */
export function stateVertex(names: Names, component: Component, write: number): ElementMap {
  const { id, environment, type, nickname, status, owner, tags } = component;
  const tagged = Object.entries(tags).map(([tag, value]) => [tagProperty(tag), value]);
  return vertex(stateId(names, component, write), 'State', {
    ...version(names, 'states', write),
    component: id,
    environment,
    type,
    status,
    owner,
    nicknameText: lower(nickname),
    typeText: lower(type),
    ...Object.fromEntries(tagged),
    body: JSON.stringify(component),
  });
}

/** What a state hangs on. */
export function stateEdge(names: Names, component: Component, write: number): ElementMap {
  const state = stateId(names, component, write);
  return edge(`${state}/of`, 'state', { from: names.component(component.id), to: state });
}

export function tagProperty(tag: string): string {
  return `tag:${tag}`;
}

export function pairOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from} ${to}`;
}

export function dependencyEdge(names: Names, dependency: Dependency, write: number): ElementMap {
  const { from, to, confidence, ambiguous, consumes } = dependency;
  const id = versionOf(`${names.store}/dependency/${pairOf(dependency)}`, write);
  const ends = { from: names.component(from), to: names.component(to) };
  return edge(id, 'depends_on', ends, {
    ...version(names, 'dependencies', write),
    pair: pairOf(dependency),
    link: JSON.stringify([from, to, confidence === 'inferred', ambiguous, consumes]),
    body: JSON.stringify(dependency),
  });
}

/** Ids were checked before they were written. */
const storedId = z.custom<ComponentId>((value) => typeof value === 'string');
const linkTuple = z.tuple([
  storedId,
  storedId,
  z.boolean(),
  z.boolean(),
  z.union([z.literal('all'), z.array(z.string())]),
]);

/** What traversals need of a dependency. */
export function linkOf(text: string): Link {
  const [from, to, inferred, ambiguous, consumes] = linkTuple.parse(JSON.parse(text));
  return { from, to, inferred, ambiguous, consumes };
}

export function findingAnchor(names: Names, { component }: Pick<Finding, 'component'>): string {
  return component === null ? names.nowhere : names.component(component);
}

const findingId = (names: Names, { id }: Finding, write: number) =>
  versionOf(`${names.store}/finding/${id}`, write);

export function findingVertex(names: Names, finding: Finding, write: number): ElementMap {
  return vertex(findingId(names, finding, write), 'Finding', {
    ...version(names, 'findings', write),
    finding: finding.id,
    environment: finding.environment,
    kind: finding.kind,
    body: JSON.stringify(finding),
  });
}

/** What a finding hangs on. */
export function findingEdge(names: Names, finding: Finding, write: number): ElementMap {
  const from = findingId(names, finding, write);
  return edge(`${from}/on`, 'concerns', { from, to: findingAnchor(names, finding) });
}
