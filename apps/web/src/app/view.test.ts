import { componentId } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { dependencySelection, focusOn, impactOf, panelOf, parseSelection } from './view';

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
    const view = { ...impactOf(vpc, 'vpc_id'), ...focusOn(app, 'upstream') };
    expect(view).toMatchObject({ mode: undefined, key: undefined, focus: app, dir: 'upstream', sel: app });
  });
});
