import fc from 'fast-check';
import type { Consumes, Dependency } from '../dependency';
import { type ComponentId, componentId } from '../ids';
import { topologyOf } from './create-topology';
import type { Topology } from './topology';

export type Edge = Omit<Dependency, 'evidence'>;

export interface Net {
  readonly ids: readonly ComponentId[];
  readonly edges: readonly Edge[];
}

export function id(nickname: string): ComponentId {
  return componentId('test', 'node', nickname);
}

/** An edge written as `'consumer > provider'`. */
export function edge(text: string, rest: Partial<Edge> = {}): Edge {
  const [from = '', to = ''] = text.split(' > ');
  return { from: id(from), to: id(to), confidence: 'declared', ambiguous: false, consumes: 'all', ...rest };
}

export function netOf(...edges: readonly Edge[]): Net {
  return { ids: [...new Set(edges.flatMap(({ from, to }) => [from, to]))], edges };
}

export function topology(net: Net): Topology {
  return topologyOf({ components: net.ids, dependencies: net.edges });
}

const consumes: fc.Arbitrary<Consumes> = fc.constantFrom<Consumes>('all', ['a'], ['b'], ['a', 'b']);

/** Graphs of up to 12 components with loops, cycles, diamonds and islands. */
export const nets: fc.Arbitrary<Net> = fc.integer({ min: 1, max: 12 }).chain((size) => {
  const ids = Array.from({ length: size }, (_, index) => id(`n${index}`));
  const member = fc.constantFrom(...ids);
  const edges = fc.uniqueArray(
    fc.record({
      from: member,
      to: member,
      confidence: fc.constantFrom('declared' as const, 'inferred' as const),
      ambiguous: fc.boolean(),
      consumes,
    }),
    { maxLength: size * 3, selector: ({ from, to }) => `${from} ${to}` },
  );
  return fc.record({ ids: fc.constant(ids), edges });
});

/** A graph and one of its components. */
export const netsWithStart = nets.chain((net) =>
  fc.record({ net: fc.constant(net), start: fc.constantFrom(...net.ids) }),
);
