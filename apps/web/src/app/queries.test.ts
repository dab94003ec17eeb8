import { componentId } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { graphInput, spaceOf } from './queries';

const vpc = componentId('prod', 'vpc', 'main');

describe('graphInput', () => {
  it('asks for the whole environment, narrowed by the filters', () => {
    expect(graphInput({}, 'prod')).toEqual({ environment: 'prod', limit: 20_000 });
    expect(graphInput({ q: 'type:vpc', at: 'git:1' }, 'prod')).toEqual({
      environment: 'prod',
      query: 'type:vpc',
      limit: 20_000,
      at: 'git:1',
    });
  });

  it('leaves the environment to a query that names one', () => {
    expect(graphInput({ q: 'env:dev type:vpc' }, 'prod')).toEqual({
      query: 'env:dev type:vpc',
      limit: 20_000,
    });
  });

  it('asks for the surroundings of the focus, without filters', () => {
    expect(graphInput({ focus: vpc, q: 'type:vpc' }, 'prod')).toMatchObject({
      focus: { id: vpc, upstream: 1, downstream: 1 },
    });
    expect(graphInput({ focus: vpc, up: 7, down: 0 }, 'prod')).toMatchObject({
      focus: { id: vpc, upstream: 7, downstream: 0 },
    });
  });

  it('shows everything downstream for a blast radius, and the map for a path', () => {
    expect(graphInput({ focus: vpc, mode: 'impact' }, 'prod')).toMatchObject({
      focus: { id: vpc, upstream: 0, downstream: 50 },
    });
    expect(graphInput({ focus: vpc, mode: 'path', q: 'type:vpc' }, 'prod')).toEqual({
      environment: 'prod',
      limit: 20_000,
    });
  });
});

describe('spaceOf', () => {
  it('is the same for other filters, steps, directions and moments', () => {
    const map = spaceOf({}, 'prod');
    expect(spaceOf({ q: 'type:vpc', at: 'git:1', sel: vpc }, 'prod')).toBe(map);
    expect(spaceOf({ mode: 'path', focus: vpc }, 'prod')).toBe(map);
    expect(spaceOf({ focus: vpc, down: 3 }, 'prod')).toBe(spaceOf({ focus: vpc, up: 7 }, 'prod'));
  });

  it('is another for another environment, focus, question or grouping', () => {
    const spaces = [
      spaceOf({}, 'prod'),
      spaceOf({}, 'dev'),
      spaceOf({ focus: vpc }, 'prod'),
      spaceOf({ focus: vpc, mode: 'impact' }, 'prod'),
      spaceOf({ group: ['type'] }, 'prod'),
    ];
    expect(new Set(spaces).size).toBe(spaces.length);
  });
});
