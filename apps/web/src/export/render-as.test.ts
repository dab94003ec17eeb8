import { visibleGraph } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { testCard } from '../api/cards.testing';
import { renderAs, sliceOnScreen, wholeSlice } from './render-as';

const card = (nickname: string, owner: string | null) => testCard('lambda', nickname, { owner });
const [a, b] = [card('a', 'web'), card('b', null)];
const head = { generation: 1, revision: 1, key: 'git:1' };
const graph = { head, components: [a, b], edges: [], total: 2 };
const drawio = { kind: 'drawio', name: 'draw.io', extension: 'drawio' } as const;

describe('an export of what is on screen', () => {
  it('has its groups', () => {
    expect(wholeSlice(graph, ['owner', 'type']).components.map(({ group }) => group)).toEqual([
      ['web', 'lambda'],
      ['no owner', 'lambda'],
    ]);
    expect(wholeSlice(graph, []).components.map(({ group }) => group)).toEqual([[], []]);
  });

  it('has its places, and is laid out anew when something of the slice has none', async () => {
    const places = new Map([
      [a.id, { x: 1234, y: 77 }],
      [b.id, { x: 5678, y: 88 }],
    ]);
    const file = await renderAs(drawio, wholeSlice(graph, []), { title: 't', places });
    expect(await file.text()).toContain('x="1234" y="77"');
    const anew = await renderAs(drawio, wholeSlice(graph, []), {
      title: 't',
      places: new Map([[a.id, { x: 1234, y: 77 }]]),
    });
    expect(await anew.text()).not.toContain('x="1234"');
  });

  it('has a shut group where it stands, with what it holds, and one arrow for a bundle', async () => {
    const edges = [{ from: a.id, to: b.id, confidence: 'declared', ambiguous: false } as const];
    const visible = visibleGraph(
      { components: [a, b, card('c', 'web')], dependencies: edges },
      { grouping: ['owner'], opening: { open: new Set() } },
    );
    const places = new Map(visible.groups.map(({ id }, index) => [id, { x: 1234 + 300 * index, y: 77 }]));
    const file = await renderAs(drawio, sliceOnScreen(visible), { title: 't', places });
    const text = await file.text();
    expect(text).toContain('x="1234" y="77"');
    expect(text).toContain('x="1534" y="77"');
    expect(text).toMatch(/&lt;b&gt;web&lt;\/b&gt;&lt;br&gt;2 components · deployed/);
    expect(text.match(/edge="1"/g)).toHaveLength(1);
  });
});
