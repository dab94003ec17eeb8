import { componentId } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { adjacencyOf, traceComponent } from './emphasis';

const id = (name: string) => componentId('prod', 't', name);
const arrow = (from: string, to: string) => ({ from: id(from), to: id(to) });

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
