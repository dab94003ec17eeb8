import { componentIdSchema } from '@karma/core';
import { describe, expect, it } from 'vitest';
import type { Card, GraphSlice } from '../../api/types';
import { patched } from './patch';

const id = (text: string) => componentIdSchema.parse(text);

const card = (text: string): Card => {
  const [environment = '', type = '', nickname = ''] = text.split('/');
  const findings = { error: 0, warning: 0, info: 0 };
  return {
    ...{ id: id(text), environment, type, nickname, status: 'declared', owner: null, tags: {} },
    ...{ abstract: false, findings, placements: [], changedAt: null },
  };
};
const edge = (from: string, to: string) => ({
  ...{ from: id(from), to: id(to), confidence: 'declared' as const, ambiguous: false },
});

const graph: GraphSlice = {
  head: { generation: 1, revision: 1, key: 'git:1' },
  components: [card('dev/vpc/main'), card('dev/app/web')],
  edges: [edge('dev/app/web', 'dev/vpc/main')],
  total: 2,
};

describe('a patched graph', () => {
  it('is the graph itself while nothing is drawn', () => {
    expect(patched(graph, { cards: new Map(), edges: [] }, 'dev')).toBe(graph);
  });

  it('has what is new, and keeps each object that is not touched', () => {
    const two = card('dev/vpc/two');
    const web = { ...card('dev/app/web'), owner: 'me' };
    const cards = new Map([
      [two.id, two],
      [web.id, web],
    ]);
    const edges = [edge('dev/app/web', 'dev/vpc/two'), edge('dev/app/web', 'dev/vpc/main')];
    const result = patched(graph, { cards, edges }, 'dev');
    expect(result.components).toEqual([graph.components[0], web, two]);
    expect(result.components[0]).toBe(graph.components[0]);
    expect(result.edges).toEqual([graph.edges[0], edge('dev/app/web', 'dev/vpc/two')]);
    expect(result.edges[0]).toBe(graph.edges[0]);
    expect(result.total).toBe(3);
  });

  it('has no arrow to what is not on screen', () => {
    const result = patched(graph, { cards: new Map(), edges: [edge('dev/app/web', 'dev/vpc/far')] }, 'dev');
    expect(result.edges).toEqual(graph.edges);
  });

  it('has nothing of an environment that is not looked at', () => {
    const far = card('prod/vpc/two');
    expect(patched(graph, { cards: new Map([[far.id, far]]), edges: [] }, 'dev')).toEqual(graph);
    expect(patched(graph, { cards: new Map([[far.id, far]]), edges: [] }, 'prod').total).toBe(3);
  });
});
