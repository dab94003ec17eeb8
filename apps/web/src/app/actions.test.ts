import { componentId } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { NOTHING_PLACED, pinned, type Steps, settle, undone } from '../canvas/arrangement/arrangement';
import { NOTHING_QUIET } from '../canvas/quiet';
import type { ActionContext } from './action';
import { ACTIONS } from './actions';
import type { ViewParams } from './search-params';

function contextOf(view: ViewParams, steps: Steps = NOTHING_PLACED) {
  const done: unknown[] = [];
  const note = (what: string) => () => void done.push(what);
  const context: ActionContext = {
    view,
    change: (patch) => void done.push(patch),
    openPalette: note('palette'),
    openCardMenu: note('card-menu'),
    openHelp: note('help'),
    openStatus: note('status'),
    openProposals: note('proposals'),
    openSend: note('send'),
    openQueryHelp: note('query-help'),
    openViews: note('views'),
    writeQuery: note('query'),
    fit: note('fit'),
    arrange: {
      tidy: note('tidy'),
      undo: note('undo'),
      redo: note('redo'),
      pin: (id, place) => void done.push(['pin', id, place]),
      unpin: (id) => void done.push(['unpin', id]),
    },
    steps,
    composing: null,
    toggleColorScheme: note('scheme'),
    hasGroups: false,
    quiet: NOTHING_QUIET,
  };
  return { context, done };
}

const action = (id: string) => {
  const found = ACTIONS.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`There is no action ${id}`);
  return found;
};

describe('actions', () => {
  it('have names and shortcuts of their own', () => {
    const undoing = ['undo-step', 'redo-step'];
    const shortcuts = ACTIONS.filter(({ id }) => !undoing.includes(id)).flatMap(({ shortcut }) =>
      shortcut ? [shortcut.toLowerCase()] : [],
    );
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    expect(new Set(ACTIONS.map(({ id }) => id)).size).toBe(ACTIONS.length);
  });

  it('need a selected component where they are about one', () => {
    const { context } = contextOf({});
    for (const { group, isEnabled } of ACTIONS)
      if (group === 'Component') expect(isEnabled(context)).toBe(false);
    const { context: selected, done } = contextOf({ sel: 'prod/vpc/main' });
    expect(action('impact').isEnabled(selected)).toBe(true);
    action('impact').run(selected);
    expect(done).toMatchObject([{ mode: 'impact', focus: 'prod/vpc/main' }]);
  });

  it('step back out of the selection first, then out of the mode', () => {
    const inside = contextOf({ sel: 'prod/vpc/main', mode: 'impact' });
    action('back').run(inside.context);
    expect(inside.done).toEqual([{ sel: undefined }]);
    const outside = contextOf({ mode: 'impact' });
    action('back').run(outside.context);
    expect(outside.done).toMatchObject([{ mode: undefined, focus: undefined }]);
  });

  it('open and shut all groups where there are some, and draw the muted arrows of what is selected', () => {
    expect(action('open-groups').isEnabled(contextOf({}).context)).toBe(false);
    const grouped = contextOf({});
    action('shut-groups').run({ ...grouped.context, hasGroups: true });
    expect(grouped.done).toEqual([{ open: undefined, shut: ['*'] }]);

    const [hub, other] = [componentId('prod', 'vpc', 'main'), componentId('prod', 'iam-role', 'run')];
    const user = componentId('prod', 'service', 'api');
    const quiet = {
      ...NOTHING_QUIET,
      hubs: new Map([hub, other].map((id) => [id, 9])),
      mutedHubs: new Set([hub, other]),
      badges: new Map([[user, [hub]]]),
    };
    for (const sel of [user, hub]) {
      const { context, done } = contextOf({ sel });
      expect(action('draw-hubs').isEnabled(context)).toBe(false);
      expect(action('draw-hubs').isEnabled({ ...context, quiet })).toBe(true);
      action('draw-hubs').run({ ...context, quiet });
      expect(done).toEqual([{ hubs: [hub] }]);
    }
  });

  it('offer to clear filters only when there are some', () => {
    expect(action('clear-filters').isEnabled(contextOf({ env: 'prod' }).context)).toBe(false);
    expect(action('clear-filters').isEnabled(contextOf({ q: 'type:vpc' }).context)).toBe(true);
  });

  it('pin what is selected, or let it go; undo and redo what there is', () => {
    const placed = settle(NOTHING_PLACED, new Map([['prod/vpc/main', { x: 3, y: 4 }]]));
    const view = { sel: 'prod/vpc/main' };
    const free = contextOf(view, placed);
    action('pin').run(free.context);
    expect(free.done).toEqual([['pin', 'prod/vpc/main', { x: 3, y: 4 }]]);
    const isEnabled = (id: string, steps: Steps) => action(id).isEnabled(contextOf(view, steps).context);
    expect(['undo-layout', 'redo-layout', 'unpin-all'].map((id) => isEnabled(id, placed))).toEqual([
      false,
      false,
      false,
    ]);

    const held = pinned(placed, 'prod/vpc/main', { x: 3, y: 4 });
    const fixed = contextOf(view, held);
    action('pin').run(fixed.context);
    expect(fixed.done).toEqual([['unpin', 'prod/vpc/main']]);
    expect(isEnabled('undo-layout', held)).toBe(true);
    expect(isEnabled('unpin-all', held)).toBe(true);
    expect(isEnabled('redo-layout', undone(held))).toBe(true);
    expect(action('pin').isEnabled(contextOf({ sel: 'prod/vpc/other' }, placed).context)).toBe(false);
  });
});
