import { describe, expect, it } from 'vitest';
import { testCard, testEdge } from '../api/cards.testing';
import { adjacencyOf } from './adjacency';
import { traceQuery } from './trace-query';

const api = testCard('lambda', 'api');
const main = testCard('vpc', 'main');
const edges = [testEdge(api, main)];
const graph = { components: [api, main], edges };
const trace = (text: string | undefined) => traceQuery(text, graph, adjacencyOf(edges));

describe('traceQuery', () => {
  it('shows a path as one', () => {
    const found = trace('path(api, main)');
    expect([...(found?.components.values() ?? [])]).toEqual(['path', 'path']);
    expect([...(found?.edges ?? [])]).toEqual([[`${api.id}~${main.id}`, 'path']]);
  });

  it('shows from where a traversal starts', () => {
    for (const text of ['+api', 'lambda/API+2', '1+prod/lambda/api'])
      expect(trace(text)?.components, text).toEqual(
        new Map([
          [api.id, 'self'],
          [main.id, 'upstream'],
        ]),
      );
  });

  it('shows who uses what', () => {
    expect(trace('uses(vpc/main#vpc_id)')?.components).toEqual(
      new Map([
        [main.id, 'self'],
        [api.id, 'downstream'],
      ]),
    );
  });

  it('leaves the rest alone', () => {
    for (const text of [undefined, 'type:vpc', '(type:vpc)+', 'nobody+', 'path(api, main) or x', 'no (query'])
      expect(trace(text), text).toBeNull();
  });
});
