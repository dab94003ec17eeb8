/** Neighbours of every vertex in one array: those of `v` are `targets[offsets[v] .. offsets[v + 1]]`. */
export interface Adjacency {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
}

/** Arrows as two parallel arrays of vertex numbers. */
export interface Arrows {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export function adjacencyOf(count: number, from: Int32Array, to: Int32Array): Adjacency {
  const offsets = new Int32Array(count + 1);
  for (const vertex of from) offsets[vertex + 1] = at(offsets, vertex + 1) + 1;
  for (let vertex = 0; vertex < count; vertex++)
    offsets[vertex + 1] = at(offsets, vertex + 1) + at(offsets, vertex);
  const next = offsets.slice(0, count);
  const targets = new Int32Array(from.length);
  for (let arrow = 0; arrow < from.length; arrow++) {
    const vertex = at(from, arrow);
    const slot = at(next, vertex);
    targets[slot] = at(to, arrow);
    next[vertex] = slot + 1;
  }
  return { offsets, targets };
}

/** Neighbours in either direction. */
export function undirected(count: number, { from, to }: Arrows): Adjacency {
  return adjacencyOf(count, concatenated(from, to), concatenated(to, from));
}

/** A typed array at an index that is known to be inside. */
export function at(array: Int32Array | Float64Array, index: number): number {
  return array[index] ?? 0;
}

function concatenated(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
