/** A directed graph over ordinals, as far as it is walked. */
export interface Successors {
  readonly capacity: number;
  readonly nodes: Iterable<number>;
  /** Successors that are not among `nodes` must already be left out. */
  readonly next: (ordinal: number) => readonly number[];
}

/**
 * Strongly connected components, by Tarjan's algorithm without recursion.
 * @returns groups of ordinals; a group comes before every group that leads to it.
 */
export function stronglyConnected({ capacity, nodes, next }: Successors): number[][] {
  const index = new Int32Array(capacity).fill(-1);
  const low = new Int32Array(capacity);
  const open = new Uint8Array(capacity);
  const groups: number[][] = [];
  const stack: number[] = [];
  let counter = 0;

  const enter = (ordinal: number) => {
    index[ordinal] = counter;
    low[ordinal] = counter;
    counter++;
    open[ordinal] = 1;
    stack.push(ordinal);
    return { ordinal, successors: next(ordinal), position: 0 };
  };
  const lower = (ordinal: number, bound: number) => {
    low[ordinal] = Math.min(low[ordinal] ?? 0, bound);
  };

  for (const root of nodes) {
    if (index[root] !== -1) continue;
    const calls = [enter(root)];
    for (let call = calls.at(-1); call; call = calls.at(-1)) {
      const { ordinal } = call;
      const successor = call.successors[call.position++];
      if (successor !== undefined) {
        if (index[successor] === -1) calls.push(enter(successor));
        else if (open[successor]) lower(ordinal, index[successor] ?? 0);
        continue;
      }
      calls.pop();
      const caller = calls.at(-1);
      if (caller) lower(caller.ordinal, low[ordinal] ?? 0);
      if (low[ordinal] !== index[ordinal]) continue;
      const group = stack.splice(stack.lastIndexOf(ordinal));
      for (const member of group) open[member] = 0;
      groups.push(group);
    }
  }
  return groups;
}
