import { describe, expect, it } from 'vitest';
import { testCard } from '../api/cards.testing';
import { renderAs, sliceOf } from './render-as';

const card = (nickname: string, owner: string | null) => testCard('lambda', nickname, { owner });
const [a, b] = [card('a', 'web'), card('b', null)];
const head = { generation: 1, revision: 1, key: 'git:1' };
const graph = { head, components: [a, b], edges: [], total: 2 };
const drawio = { kind: 'drawio', name: 'draw.io', extension: 'drawio' } as const;

describe('an export of what is on screen', () => {
  it('has its groups', () => {
    expect(sliceOf(graph, ['owner', 'type']).components.map(({ group }) => group)).toEqual([
      ['web', 'lambda'],
      ['no owner', 'lambda'],
    ]);
    expect(sliceOf(graph, []).components.map(({ group }) => group)).toEqual([[], []]);
  });

  it('has its places, and is laid out anew when something of the slice has none', async () => {
    const places = new Map([
      [a.id, { x: 1234, y: 77 }],
      [b.id, { x: 5678, y: 88 }],
    ]);
    const file = await renderAs(drawio, graph, { title: 't', grouping: [], places });
    expect(await file.text()).toContain('x="1234" y="77"');
    const anew = await renderAs(drawio, graph, {
      title: 't',
      grouping: [],
      places: new Map([[a.id, { x: 1234, y: 77 }]]),
    });
    expect(await anew.text()).not.toContain('x="1234"');
  });
});
