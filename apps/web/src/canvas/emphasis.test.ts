import { componentId } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { testCard } from '../api/cards.testing';
import { adjacencyOf } from './adjacency';
import { traceComponent, traceImpact } from './emphasis';

const id = (name: string) => componentId('prod', 't', name);
const arrow = (from: string, to: string) => ({ from: id(from), to: id(to) });

const cardOf = (nickname: string) => testCard('t', nickname);

const rolesOf = (start: string, ...arrows: [string, string][]) => {
  const { components, edges } = traceComponent(id(start), adjacencyOf(arrows.map(([a, b]) => arrow(a, b))));
  const short = (map: ReadonlyMap<string, string>) =>
    Object.fromEntries([...map].map(([key, role]) => [key.replaceAll('prod/t/', ''), role]));
  return { components: short(components), edges: short(edges) };
};

describe('traceComponent', () => {
  it('goes all the way up and down, and leaves siblings out', () => {
    expect(rolesOf('api', ['app', 'api'], ['api', 'db'], ['db', 'vpc'], ['other', 'vpc'])).toEqual({
      components: { api: 'self', db: 'upstream', vpc: 'upstream', app: 'downstream' },
      edges: { 'api~db': 'upstream', 'db~vpc': 'upstream', 'app~api': 'downstream' },
    });
  });

  it('marks the members of a cycle as both', () => {
    expect(rolesOf('a', ['a', 'b'], ['b', 'a'])).toEqual({
      components: { a: 'self', b: 'both' },
      edges: { 'a~b': 'both', 'b~a': 'both' },
    });
  });
});

describe('traceImpact', () => {
  it('marks what is reached, the step that reaches it, and how far it is', () => {
    const item = (name: string, via: string, distance: number, certainty: 'certain' | 'likely') => ({
      card: cardOf(name),
      via: id(via),
      distance,
      certainty,
      wave: null,
    });
    const { components, edges, distances } = traceImpact({
      start: id('vpc'),
      items: [item('db', 'vpc', 1, 'certain'), item('api', 'db', 2, 'likely')],
    });
    expect(Object.fromEntries(components)).toEqual({
      [id('vpc')]: 'self',
      [id('db')]: 'certain',
      [id('api')]: 'likely',
    });
    expect(Object.fromEntries(edges)).toEqual({
      [`${id('db')}~${id('vpc')}`]: 'certain',
      [`${id('api')}~${id('db')}`]: 'likely',
    });
    expect(distances?.get(id('api'))).toBe(2);
  });
});
