import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edge, id, nets } from '../traverse/graphs.testing';
import { quietEdges } from './quiet-edges';

const users = Array.from({ length: 9 }, (_, index) => edge(`user-${index} > vpc`));
const [first = edge('user-0 > vpc'), ...others] = users;
const loud = new Set([id('vpc')]);

describe('quietEdges', () => {
  it('mutes the arrows to hubs, and says how many there are', () => {
    const edges = [...users, edge('vpc > zone')];
    const quiet = quietEdges({ size: 11, edges, loud: new Set(), reduced: false });
    expect(quiet.hubs).toEqual(new Map([[id('vpc'), 9]]));
    expect(quiet.muted).toEqual(new Set(users));
  });

  it('knows the hubs that are loud, too', () => {
    for (const which of ['all', loud] as const) {
      const quiet = quietEdges({ size: 11, edges: users, loud: which, reduced: false });
      expect(quiet.hubs.size).toBe(1);
      expect(quiet.muted.size).toBe(0);
    }
  });

  it('takes nothing for implied by what is not drawn', () => {
    const edges = [...users, edge('user-0 > zone'), edge('vpc > zone')];
    const ask = (which: 'all' | ReadonlySet<never>) =>
      quietEdges({ size: 11, edges, loud: which, reduced: true }).redundant.size;
    expect(ask('all')).toBe(1);
    expect(ask(new Set())).toBe(0);
  });

  it('takes nothing for implied by what may not be there', () => {
    const sure = [first, edge('user-0 > user-1')];
    const unsure = [first, edge('user-0 > user-1', { ambiguous: true })];
    const ask = (edges: typeof users) =>
      quietEdges({ size: 11, edges: [...edges, ...others], loud, reduced: true }).redundant;
    expect(ask(sure)).toEqual(new Set([first]));
    expect(ask(unsure).size).toBe(0);
  });

  it('leaves out only what is there, nothing twice, and nothing without being asked', () => {
    fc.assert(
      fc.property(nets, fc.boolean(), ({ ids, edges }, reduced) => {
        const all = [...edges, ...users];
        const { muted, redundant } = quietEdges({
          size: ids.length + 10,
          edges: all,
          loud: new Set(),
          reduced,
        });
        for (const one of redundant) expect(muted.has(one)).toBe(false);
        expect(all.filter((one) => muted.has(one) || redundant.has(one)).length).toBe(
          muted.size + redundant.size,
        );
        if (!reduced) expect(redundant.size).toBe(0);
      }),
    );
  });
});
