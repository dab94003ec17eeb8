import { describe, expect, it } from 'vitest';
import { testCard } from '../api/cards.testing';
import type { Card } from '../api/types';
import { wayIn } from './tree-groups';
import { itemKey, treeItems, waysTo } from './tree-items';
import { treeMove } from './tree-keys';

const card = (environment: string, type: string, nickname: string) =>
  testCard(type, nickname, { environment });

const api = card('prod', 'service', 'api');
const web = card('prod', 'service', 'web');
const vpc = card('prod', 'vpc', 'main');
const edge = (from: Card, to: Card) => ({
  from: from.id,
  to: to.id,
  confidence: 'declared' as const,
  ambiguous: false,
});
/** `api` and `web` need each other. */
const slice = { components: [api, web, vpc], edges: [edge(api, vpc), edge(api, web), edge(web, api)] };

const linesOf = (expanded: readonly string[], graph = slice) =>
  treeItems(graph, new Set(expanded)).map(({ level, subject }) => {
    const word =
      subject.kind === 'component'
        ? subject.card.nickname
        : subject.kind === 'group'
          ? subject.label
          : subject.kind;
    return `${'  '.repeat(level - 1)}${word}`;
  });

describe('the tree', () => {
  it('begins with the types of one environment, or with the environments', () => {
    expect(linesOf([])).toEqual(['service', 'vpc']);
    const two = { components: [...slice.components, card('dev', 'vpc', 'main')], edges: slice.edges };
    expect(linesOf(['dev'], two)).toEqual(['dev', '  vpc', 'prod']);
  });

  it('begins with the groups of the map, where some are chosen', () => {
    const cards = [
      { ...api, owner: 'web' },
      { ...web, owner: null },
      { ...vpc, owner: 'net' },
    ];
    const graph = { components: cards, edges: slice.edges };
    const wayTo = wayIn(graph, ['owner', 'type']);
    const labels = treeItems(graph, new Set(waysTo(api.id, wayTo)), wayTo).map(({ subject }) =>
      subject.kind === 'group' ? subject.label : subject.kind,
    );
    expect(labels).toEqual(['net', 'no owner', 'web', 'service', 'component']);
  });

  it('opens up to a component, and on along its dependencies, round in circles too', () => {
    const way = waysTo(api.id);
    const key = itemKey(api.id);
    expect(linesOf([...way, key, `${key}>upstream`, `${key}>upstream>${web.id}`])).toEqual([
      'service',
      '  api',
      '    upstream',
      '      main',
      '      web',
      '        upstream',
      '        downstream',
      '    downstream',
      '  web',
      'vpc',
    ]);
  });

  it('tells each line its place among its siblings', () => {
    const items = treeItems(slice, new Set(waysTo(api.id)));
    expect(items.map(({ position, siblings, isBranch }) => [position, siblings, isBranch])).toEqual([
      [1, 2, true],
      [1, 2, true],
      [2, 2, true],
      [2, 2, true],
    ]);
  });
});

describe('the keys of the tree', () => {
  const items = treeItems(slice, new Set(waysTo(api.id)));
  const [group, first, second, last] = items.map(({ key }) => key);
  if (!group || !first || !second || !last) throw new Error('The tree lacks lines');

  it.each([
    ['ArrowDown', group, { kind: 'go', key: first }],
    ['ArrowUp', group, null],
    ['ArrowDown', last, null],
    ['End', group, { kind: 'go', key: last }],
    ['Home', second, { kind: 'go', key: group }],
    ['ArrowRight', group, { kind: 'go', key: first }],
    ['ArrowRight', last, { kind: 'toggle', key: last }],
    ['ArrowLeft', group, { kind: 'toggle', key: group }],
    ['ArrowLeft', second, { kind: 'go', key: group }],
    ['*', first, { kind: 'expand-all', keys: [first, second] }],
    ['b', first, null],
  ])('%s', (key, active, move) => {
    expect(treeMove(key, items, active)).toEqual(move);
  });

  it('choose with Enter and Space', () => {
    expect(treeMove('Enter', items, first)).toMatchObject({ kind: 'choose', item: { key: first } });
    expect(treeMove(' ', items, first)).toMatchObject({ kind: 'choose', item: { key: first } });
  });
});
