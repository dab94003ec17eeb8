import { visibleGraph } from '@karma/core';
import { expect, it } from 'vitest';
import { testCard } from '../../api/cards.testing';
import { framesOf } from '../frames';
import { frameLabels } from './paint-frames';

const [site, topic] = [testCard('serverless-site', 'www'), testCard('topic', 'alerts')];

/** The names over two open groups, the second so far at the right of the first, and so far below. */
function names(right: number, below: number): string[] {
  const visible = visibleGraph(
    { components: [site, topic], dependencies: [] },
    { grouping: ['type'], opening: { shut: new Set() } },
  );
  const places = new Map([
    [site.id, { x: 0, y: 0 }],
    [topic.id, { x: right, y: below }],
  ]);
  return frameLabels(framesOf(visible, places), { x: 0, y: 0, zoom: 0.3 })
    .map(({ text }) => text)
    .toSorted();
}

it('writes a name past its frame where nothing stands', () => {
  expect(names(0, 1000)).toEqual(['serverless-site', 'topic']);
});

it('shortens a name that would run into another name, or into a group', () => {
  expect(names(290, 0)).toEqual(['serve…te', 'topic']);
  expect(names(290, -60)).toEqual(['serve…te', 'topic']);
});
