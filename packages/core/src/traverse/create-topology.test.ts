import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Component } from '../component';
import { dependencyKey } from '../dependency';
import { diff } from '../diff';
import type { Finding } from '../finding';
import type { ComponentId } from '../ids';
import { createTopology, topologyOf } from './create-topology';
import { UnknownComponentError } from './errors';
import { edge, id, type Net, netOf, nets } from './graphs.testing';
import type { Topology } from './topology';

function componentOf(componentId: ComponentId): Component {
  const [environment = '', type = '', nickname = ''] = componentId.split('/');
  return {
    id: componentId,
    environment,
    type,
    nickname,
    status: 'declared',
    declaration: null,
    parents: [],
    placements: [],
    aliases: [],
    owner: null,
    tags: {},
    abstract: false,
  };
}

function graphOf({ ids, edges }: Net) {
  const findings = new Map<string, Finding>();
  return {
    components: new Map(ids.map((componentId) => [componentId, componentOf(componentId)])),
    dependencies: new Map(edges.map((e) => [dependencyKey(e.from, e.to), { ...e, evidence: [] }])),
    findings,
  };
}

/** What a topology says, free of ordinals and of order. */
function facts(topology: Topology) {
  return [...topology.ids()].sort().map((componentId) => {
    const at = topology.ordinal(componentId) ?? -1;
    return {
      id: topology.id(at),
      within: [0, 1, 2].map((rank) => {
        const within = topology.downstream(at).slice(0, topology.downstreamWithin(at, rank));
        return within.map((n) => topology.id(n)).sort();
      }),
      downstream: topology
        .downstream(at)
        .map((n) => topology.id(n))
        .sort(),
      links: topology
        .upstream(at)
        .map((n) => topology.link(at, n))
        .sort((a, b) => (a.to < b.to ? -1 : 1)),
    };
  });
}

describe('createTopology', () => {
  test('kept current by change sets, it says what one built anew says', () => {
    fc.assert(
      fc.property(fc.array(nets, { minLength: 2, maxLength: 5 }), (steps) => {
        const [first, ...rest] = steps.map(graphOf);
        if (!first) return;
        const topology = createTopology(first);
        let before = first;
        for (const after of rest) {
          topology.apply(diff(before, after));
          before = after;
          expect(facts(topology)).toEqual(facts(createTopology(after)));
        }
        expect(topology.capacity).toBeLessThanOrEqual(Math.max(...steps.map((net) => net.ids.length)));
      }),
    );
  });

  test('a dependency on what is no component is refused', () => {
    expect(() => topologyOf({ components: [id('a')], dependencies: netOf(edge('a > b')).edges })).toThrow(
      new UnknownComponentError(id('b')),
    );
  });
});
