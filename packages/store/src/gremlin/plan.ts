import type { ChangeSet, Revision } from '@karma/core';
import type { Append } from '../ports';
import {
  componentVertex,
  dependencyEdge,
  findingAnchor,
  findingOf,
  OPEN,
  pairOf,
  stateOf,
  vertex,
} from './elements';
import type { Closed } from './head-vertex';
import { __, type ElementMap, P, single, type Traversal, t } from './language';
import type { Names } from './names';
import { revisionElements } from './revisions';

/** Everything that a write makes and ends, apart from the head. */
export interface Plan {
  readonly closing: Closed;
  readonly vertices: readonly ElementMap[];
  readonly edges: readonly ElementMap[];
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

export function planWrite(names: Names, { changes, write, generation, ...parts }: Planned): Plan {
  const { components, dependencies, findings } = changes;
  const revisions = parts.revisions.map((each) => revisionElements(names, each, generation, write));
  const states = components.flatMap(({ after }) => (after ? [stateOf(names, after, write)] : []));
  const found = findings.flatMap(({ after }) => (after ? [findingOf(names, after, write)] : []));
  const anchors = [
    vertex(names.nowhere, 'Nowhere'),
    ...components.flatMap(({ before, after }) =>
      after && !before ? [componentVertex(names, after.id)] : [],
    ),
    ...findings.flatMap(({ after }) => (after?.component ? [componentVertex(names, after.component)] : [])),
  ];
  const contents = [...parts.contents].map(([hash, text]) =>
    vertex(names.content(hash), 'Content', { text }),
  );
  const vertices = [
    ...anchors,
    ...contents,
    ...parts.chunks,
    ...revisions.flatMap((each) => each.vertices),
    ...[...states, ...found].map(([made]) => made),
  ];
  return {
    closing: closingOf(names, changes),
    vertices: onceById(vertices),
    edges: [
      ...[...states, ...found].map(([, hung]) => hung),
      ...dependencies.flatMap(({ after }) => (after ? [dependencyEdge(names, after, write)] : [])),
      ...revisions.flatMap((each) => each.edges),
    ],
  };
}

function onceById(maps: readonly ElementMap[]): ElementMap[] {
  return [...new Map(maps.map((map) => [map.get(t.id), map])).values()];
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
