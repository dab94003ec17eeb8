import { componentId } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { dependencySelection, impactOf, panelOf, parseSelection, stepped, stepsOf, upstreamOf } from './view';

const app = componentId('prod', 'lambda', 'app');
const vpc = componentId('prod', 'vpc', 'main');

describe('parseSelection', () => {
  it('reads components and dependencies', () => {
    expect(parseSelection(app)).toEqual({ kind: 'component', id: app });
    expect(parseSelection(dependencySelection(app, vpc))).toEqual({ kind: 'dependency', from: app, to: vpc });
  });

  it('is null for nothing and for nonsense', () => {
    for (const sel of [undefined, '', 'prod', 'a/b/c~', `${app}~nonsense`, '../x/y']) {
      expect(parseSelection(sel)).toBeNull();
    }
  });
});

describe('panelOf', () => {
  it('follows the mode unless a panel was chosen', () => {
    expect(panelOf({})).toBe('overview');
    expect(panelOf({ focus: vpc })).toBe('trace');
    expect(panelOf({ mode: 'impact', panel: 'history' })).toBe('history');
  });
});

describe('changes of the view', () => {
  it('leave the previous mode behind', () => {
    const view = { ...impactOf(vpc, 'vpc_id'), ...upstreamOf(app) };
    expect(view).toMatchObject({ mode: undefined, key: undefined, focus: app, up: 50, down: 0, sel: app });
  });
});

describe('stepped', () => {
  it('goes one step further or back on one side, from one step each way', () => {
    expect(stepsOf({})).toEqual({ up: 1, down: 1 });
    expect(stepped({ focus: vpc }, 'up', 1)).toEqual({ up: 2 });
    expect(stepped({ focus: vpc, down: 3 }, 'down', -1)).toEqual({ down: 2 });
    expect(stepped({ focus: vpc }, 'up', -1)).toEqual({ up: 0 });
  });

  it('stops where there is no such step', () => {
    expect(stepped({ focus: vpc, up: 0 }, 'up', -1)).toBeUndefined();
    expect(stepped({ focus: vpc, down: 50 }, 'down', 1)).toBeUndefined();
    expect(stepped({}, 'up', 1)).toBeUndefined();
    expect(stepped({ focus: vpc, mode: 'impact' }, 'up', 1)).toBeUndefined();
  });
});
