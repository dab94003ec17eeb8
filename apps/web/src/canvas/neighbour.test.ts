import { componentId } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { adjacencyOf } from './adjacency';
import { neighbour } from './neighbour';

const id = (name: string) => componentId('prod', 't', name);

const places = new Map([
  [id('app'), { x: 0, y: 0 }],
  [id('worker'), { x: 0, y: 100 }],
  [id('db'), { x: 320, y: 0 }],
  [id('queue'), { x: 320, y: 400 }],
]);
const adjacency = adjacencyOf([
  { from: id('app'), to: id('queue') },
  { from: id('app'), to: id('db') },
  { from: id('worker'), to: id('db') },
]);

describe('neighbour', () => {
  it('leads right to the nearest provider and left to the nearest consumer', () => {
    expect(neighbour(id('app'), 'ArrowRight', adjacency, places)).toBe(id('db'));
    expect(neighbour(id('db'), 'ArrowLeft', adjacency, places)).toBe(id('app'));
  });

  it('leads up and down within the column', () => {
    expect(neighbour(id('app'), 'ArrowDown', adjacency, places)).toBe(id('worker'));
    expect(neighbour(id('queue'), 'ArrowUp', adjacency, places)).toBe(id('db'));
  });

  it('leads nowhere where there is nothing', () => {
    expect(neighbour(id('app'), 'ArrowUp', adjacency, places)).toBeUndefined();
    expect(neighbour(id('db'), 'ArrowRight', adjacency, places)).toBeUndefined();
  });
});
