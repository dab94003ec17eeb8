import type { ChangeSet, Revision } from '@karma/core';
import type { Append } from '../ports';
import {
  componentVertex,
  dependencyEdge,
  findingAnchor,
  findingEdge,
  findingVertex,
  OPEN,
  pairOf,
  stateEdge,
  stateVertex,
  vertex,
} from './elements';
import type { Closed } from './head-vertex';
import { __, type ElementMap, P, single, type Traversal, t } from './language';
import type { Names } from './names';
import { revisionEdges, revisionVertices } from './revisions';

/** Everything that a write makes and ends, apart from the head. What it makes is made when it is walked over. */
export interface Plan {
  readonly closing: Closed;
  readonly vertices: () => Iterable<ElementMap>;
  readonly edges: () => Iterable<ElementMap>;
}

export interface Planned {
  /** What becomes of the graph in all. */
  readonly changes: ChangeSet;
  readonly revisions: readonly Revision[];
  readonly contents: Append['contents'];
  readonly chunks: readonly ElementMap[];
  readonly generation: number;
  readonly write: number;
}

export function planWrite(names: Names, planned: Planned): Plan {
  return {
    closing: closingOf(names, planned.changes),
    vertices: () => onceById(verticesOf(names, planned)),
    edges: () => edgesOf(names, planned),
  };
}

function* verticesOf(names: Names, { changes, write, generation, ...parts }: Planned): Iterable<ElementMap> {
  yield vertex(names.nowhere, 'Nowhere');
  for (const [hash, text] of parts.contents) yield vertex(names.content(hash), 'Content', { text });
  yield* parts.chunks;
  for (const { before, after } of changes.components) {
    if (after && !before) yield componentVertex(names, after.id);
    if (after) yield stateVertex(names, after, write);
  }
  for (const { after } of changes.findings) {
    if (after?.component) yield componentVertex(names, after.component);
    if (after) yield findingVertex(names, after, write);
  }
  for (const revision of parts.revisions) yield* revisionVertices(names, revision, generation, write);
}

function* edgesOf(names: Names, { changes, write, generation, revisions }: Planned): Iterable<ElementMap> {
  for (const { after } of changes.components) if (after) yield stateEdge(names, after, write);
  for (const { after } of changes.findings) if (after) yield findingEdge(names, after, write);
  for (const { after } of changes.dependencies) if (after) yield dependencyEdge(names, after, write);
  for (const revision of revisions) yield* revisionEdges(names, revision, generation);
}

function* onceById(maps: Iterable<ElementMap>): Iterable<ElementMap> {
  const made = new Set<unknown>();
  for (const map of maps) {
    if (made.has(map.get(t.id))) continue;
    made.add(map.get(t.id));
    yield map;
  }
}

function closingOf(names: Names, { components, dependencies, findings }: ChangeSet): Closed {
  return {
    components: components.flatMap(({ before }) => (before ? [names.component(before.id)] : [])),
    dependencies: dependencies.flatMap(({ before }) =>
      before ? [{ from: names.component(before.from), pair: pairOf(before) }] : [],
    ),
    findings: findings.flatMap(({ before }) =>
      before ? [{ anchor: findingAnchor(names, before), id: before.id }] : [],
    ),
  };
}

/** How many elements the keys name. */
export function sizeOf({ components, dependencies, findings }: Closed): number {
  return components.length + dependencies.length + findings.length;
}

const unique = (ids: readonly string[]) => [...new Set(ids)];

/** The elements with these keys, all their versions; `narrow` picks some. A traversal for each kind there is any of. */
function elementsOf(
  { components, dependencies, findings }: Closed,
  narrow: (versions: Traversal, count: number) => Traversal,
): Traversal[] {
  const pairs = dependencies.map(({ pair }) => pair);
  const ids = findings.map(({ id }) => id);
  const all: readonly [readonly string[], (anchors: readonly string[]) => Traversal][] = [
    [components, (anchors) => __.V(...anchors).out('state')],
    [
      dependencies.map(({ from }) => from),
      (anchors) =>
        __.V(...unique(anchors))
          .outE('depends_on')
          .has('pair', P.within(pairs)),
    ],
    [
      findings.map(({ anchor }) => anchor),
      (anchors) =>
        __.V(...unique(anchors))
          .in_('concerns')
          .has('finding', P.within(ids)),
    ],
  ];
  return all.flatMap(([anchors, versions]) =>
    anchors.length === 0 ? [] : [narrow(versions(anchors), anchors.length)],
  );
}

/** Holds when each of the keys names one open version. */
export function areOpen(closing: Closed): Traversal[] {
  return elementsOf(closing, (versions, count) => versions.has('until', OPEN).count().is(count));
}

/** Ends the open versions. */
export function close(closing: Closed, write: number): Traversal[] {
  const vertices = elementsOf({ ...closing, dependencies: [] }, (open) =>
    open.has('until', OPEN).property(single, 'until', write),
  );
  const edges = elementsOf({ ...closing, components: [], findings: [] }, (open) =>
    open.has('until', OPEN).property('until', write),
  );
  return [...vertices, ...edges];
}

/** Drops the versions that ended at or before a write. */
export function dropClosed(dead: Closed, write: number): Traversal[] {
  return elementsOf(dead, (versions) => versions.has('until', P.lte(write)).drop());
}
