import { componentId } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { graphInput, spaceOf } from './queries';

const vpc = componentId('prod', 'vpc', 'main');

describe('graphInput', () => {
  it('asks for the whole environment, narrowed by the filters', () => {
    expect(graphInput({}, 'prod')).toEqual({ environment: 'prod', limit: 20_000 });
    expect(graphInput({ types: ['vpc'], q: 'ma', findings: ['any'], at: 'git:1' }, 'prod')).toEqual({
      environment: 'prod',
      types: ['vpc'],
      text: 'ma',
      findings: [],
      limit: 20_000,
      at: 'git:1',
    });
  });

  it('asks for the surroundings of the focus, without filters', () => {
    expect(graphInput({ focus: vpc, types: ['vpc'] }, 'prod')).toMatchObject({
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
    expect(graphInput({ focus: vpc, mode: 'path', types: ['vpc'] }, 'prod')).toEqual({
      environment: 'prod',
      limit: 20_000,
    });
  });
});

describe('spaceOf', () => {
  it('is the same for other filters, steps, directions and moments', () => {
    const map = spaceOf({}, 'prod');
    expect(spaceOf({ types: ['vpc'], q: 'ma', at: 'git:1', sel: vpc }, 'prod')).toBe(map);
    expect(spaceOf({ mode: 'path', focus: vpc }, 'prod')).toBe(map);
    expect(spaceOf({ focus: vpc, down: 3 }, 'prod')).toBe(spaceOf({ focus: vpc, up: 7 }, 'prod'));
  });

  it('is another for another environment, focus, question or grouping', () => {
    const spaces = [
      spaceOf({}, 'prod'),
      spaceOf({}, 'dev'),
      spaceOf({ focus: vpc }, 'prod'),
      spaceOf({ focus: vpc, mode: 'impact' }, 'prod'),
      spaceOf({ group: 'type' }, 'prod'),
    ];
    expect(new Set(spaces).size).toBe(spaces.length);
  });
});
