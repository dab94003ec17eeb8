import { type GroupId, visibleGraph } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { testCard } from '../../api/cards.testing';
import type { Card } from '../../api/types';
import { groupToNode } from '../to-flow';
import { countsInWords, marksWithin } from './marks-within';
import type { Mark } from './patch';

const card = (nickname: string, owner: string) => testCard('lambda', nickname, { owner });
const web = { gone: card('gone', 'web'), one: card('one', 'web'), two: card('two', 'web') };
const data = { store: card('store', 'data') };
const marks = new Map<string, Mark>([
  [`${web.one.id}~${data.store.id}`, 'changed'],
  [web.gone.id, 'removed'],
  [web.one.id, 'added'],
  [web.two.id, 'added'],
  [data.store.id, 'changed'],
  ['prod/vpc/elsewhere', 'removed'],
]);

const shown = (open: readonly GroupId[], present: readonly Card[] = []) =>
  visibleGraph(
    { components: [...Object.values(web), ...Object.values(data)], dependencies: [] },
    { grouping: ['owner'], opening: { open: new Set(open) }, present: present.map(({ id }) => id) },
  );

describe('marksWithin', () => {
  it('counts by kind what a draft does to the members of each shut group', () => {
    expect(marksWithin(marks, shown([]))).toEqual(
      new Map([
        [
          'group:web',
          new Map([
            ['added', 2],
            ['removed', 1],
          ]),
        ],
        ['group:data', new Map([['changed', 1]])],
      ]),
    );
  });

  it('leaves out what stands on the map itself: in an open group, or apart', () => {
    expect([...marksWithin(marks, shown(['group:data'])).keys()]).toEqual(['group:web']);
    expect(marksWithin(marks, shown([], [web.one])).get('group:web')).toEqual(
      new Map([
        ['added', 1],
        ['removed', 1],
      ]),
    );
  });
});

describe('the node of a shut group', () => {
  it('says what the draft does within', () => {
    const visible = shown([]);
    const within = marksWithin(marks, visible);
    const labels = visible.groups.map(
      (group) =>
        groupToNode(group, { x: 0, y: 0 }, { isPinned: true, marks: within.get(group.id) }).ariaLabel,
    );
    expect(labels).toEqual([
      'data, owner, 1 component, deployed, shut, 1 changed by the draft, pinned',
      'web, owner, 3 components, deployed, shut, 2 added, 1 removed by the draft, pinned',
    ]);
    expect(countsInWords(new Map([['changed', 1200]]))).toBe('1,200 changed by the draft');
  });
});
