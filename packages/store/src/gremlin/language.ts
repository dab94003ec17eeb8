import gremlin from 'gremlin';

/** The Gremlin language as this adapter uses it: traversals are built here, detached, and sent by a `Connection`. */
export const g = gremlin.process.AnonymousTraversalSource.traversal().withGraph(
  new gremlin.structure.Graph(),
);
export const { P, TextP, statics: __, t, direction, order } = gremlin.process;
export const { single } = gremlin.process.cardinality;

export type Traversal = gremlin.process.GraphTraversal;

/** What `mergeV()` or `mergeE()` makes an element of: its id, label, ends and properties. */
export type ElementMap = ReadonlyMap<unknown, string | number>;
