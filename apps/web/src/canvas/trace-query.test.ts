import { componentId } from '@karma/core';
import { describe, expect, it } from 'vitest';
import type { Card, Edge } from '../api/types';
import { adjacencyOf } from './adjacency';
import { traceQuery } from './trace-query';

const card = (type: string, nickname: string): Card => ({
  id: componentId('prod', type, nickname),
  environment: 'prod',
  type,
  nickname,
  status: 'deployed',
  owner: null,
  tags: {},
  abstract: false,
  findings: { error: 0, warning: 0, info: 0 },
  placements: [],
  changedAt: null,
});
const api = card('lambda', 'api');
const main = card('vpc', 'main');
const edges: Edge[] = [{ from: api.id, to: main.id, confidence: 'declared', ambiguous: false }];
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
