import { describe, expect, it } from 'vitest';
import { testCard, testEdge } from '../api/cards.testing';
import { mutedWords, quietOf, quietWords, toggleHub, toggleHubs, toggleImplied } from './quiet';

const [vpc, role] = [testCard('vpc', 'main'), testCard('iam-role', 'run')];
const services = Array.from({ length: 10 }, (_, index) => testCard('service', `s${index}`));
const [first = vpc, second = vpc, third = vpc] = services;
const graph = {
  components: [vpc, role, ...services],
  edges: [
    ...services.map((one) => testEdge(one, vpc)),
    ...services.slice(1).map((one) => testEdge(one, role)),
    testEdge(first, second),
    testEdge(second, third),
    testEdge(first, third),
  ],
};
const quiet = (view: Partial<Parameters<typeof quietOf>[1]> = {}) =>
  quietOf(graph, { hubs: undefined, implied: undefined, focus: undefined, to: undefined, ...view });

describe('mutedWords', () => {
  it('says of a card which of its arrows are muted', () => {
    expect(mutedWords(quiet(), first.id)).toBe('muted: uses vpc main');
    expect(mutedWords(quiet(), second.id)).toBe('muted: uses vpc main and iam-role run');
    expect(mutedWords(quiet(), vpc.id)).toBe('muted: used by 10');
    expect(mutedWords(quiet({ hubs: ['all'] }), first.id)).toBe('');
  });
});

describe('quietOf', () => {
  it('mutes the arrows to hubs, and puts a badge on those that use them', () => {
    const { hidden, badges, mutedHubs } = quiet();
    expect([...mutedHubs]).toEqual([vpc.id, role.id]);
    expect(hidden.size).toBe(19);
    expect(hidden.has(`${first.id}~${vpc.id}`)).toBe(true);
    expect(hidden.has(`${first.id}~${third.id}`)).toBe(false);
    expect(badges.get(first.id)).toEqual([vpc.id]);
    expect(badges.get(second.id)).toEqual([vpc.id, role.id]);
    expect(badges.has(vpc.id)).toBe(false);
  });

  it('draws what is asked for, and what the view is about', () => {
    expect(quiet({ hubs: ['all'] }).hidden.size).toBe(0);
    expect([...quiet({ hubs: [vpc.id] }).mutedHubs]).toEqual([role.id]);
    expect([...quiet({ focus: role.id }).mutedHubs]).toEqual([vpc.id]);
    expect([...quiet({ focus: first.id, to: vpc.id }).mutedHubs]).toEqual([role.id]);
  });

  it('hides what is implied once that is asked for', () => {
    const { hidden, implied } = quiet({ implied: 'hidden' });
    expect([...implied]).toEqual([`${first.id}~${third.id}`]);
    expect(hidden.has(`${first.id}~${third.id}`)).toBe(true);
  });
});

it('says what is not drawn', () => {
  const nothing = () => false;
  expect(quietWords(quiet(), nothing)).toBe('19 arrows to 2 hubs muted');
  expect(quietWords(quiet({ hubs: [vpc.id], implied: 'hidden' }), nothing)).toBe(
    '9 arrows to 1 hub muted, 3 implied arrows hidden',
  );
  expect(quietWords(quiet({ hubs: ['all'] }), nothing)).toBe('');
  expect(quietWords(quiet(), (arrow) => arrow.endsWith(role.id))).toBe('10 arrows to 1 hub muted');
});

it('mutes and draws one hub, all hubs, and what is implied', () => {
  expect(toggleHub(quiet(), vpc.id)).toEqual({ hubs: [vpc.id] });
  expect(toggleHub(quiet({ hubs: [vpc.id] }), vpc.id)).toEqual({ hubs: undefined });
  expect(toggleHub(quiet({ hubs: ['all'] }), vpc.id)).toEqual({ hubs: [role.id] });
  expect(toggleHubs({})).toEqual({ hubs: ['all'] });
  expect(toggleHubs({ hubs: [vpc.id] })).toEqual({ hubs: undefined });
  expect(toggleImplied({})).toEqual({ implied: 'hidden' });
  expect(toggleImplied({ implied: 'hidden' })).toEqual({ implied: undefined });
});
