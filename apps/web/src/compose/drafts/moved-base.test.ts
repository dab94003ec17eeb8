import { type ComponentId, componentIdSchema } from '@karma/core';
import { applyEdit, createDraft, draftText, setText, undo } from '@karma/editor';
import { describe, expect, it } from 'vitest';
import { collisionKey, moved, settled } from './moved-base';

const MAIN: ComponentId = componentIdSchema.parse('dev/vpc/main');
const WEB: ComponentId = componentIdSchema.parse('dev/app/web');
const was = '{ "cidr": "10.0.0.0/16", "nat": 1, "tags": { "a": 1 } }';
const mine = '{ "cidr": "10.9.0.0/16", "nat": 1, "tags": { "a": 2 } }';
const draft = applyEdit(createDraft('d', 'Draft'), setText(MAIN, mine), () => was);
const git = (text: string | null | undefined) => (id: ComponentId) => (id === MAIN ? text : undefined);

describe('a draft on a base that moved', () => {
  it('is left alone while Git has what it was made on, or is not read yet', () => {
    expect(moved(draft, git(was))).toBeNull();
    expect(moved(draft, git(undefined))).toBeNull();
    expect(moved(createDraft('e', 'Empty'), () => undefined)).toBeNull();
  });

  it('goes along where Git changed something else', () => {
    const onto = moved(draft, git(was.replace('"nat": 1', '"nat": 3')));
    expect(onto?.collisions).toEqual([]);
    expect(onto && draftText(onto.draft, MAIN)).toBe(mine.replace('"nat": 1', '"nat": 3'));
  });

  it('takes of each collision the version that was chosen, as a step', () => {
    const theirs = '{ "cidr": "10.5.0.0/16", "nat": 1, "tags": { "a": 3 } }';
    const onto = moved(draft, git(theirs));
    expect(onto?.collisions.map(({ pointer }) => pointer)).toEqual(['/cidr', '/tags/a']);
    if (!onto) return;
    const [first] = onto.collisions;
    const chosen = settled(draft, new Set(first && [collisionKey(first)]), git(theirs));
    expect(draftText(chosen, MAIN)).toBe(mine.replace('10.9', '10.5'));
    expect(draftText(undo(chosen), MAIN)).toBe(mine);
    expect(settled(draft, new Set(), git(theirs))).toEqual(onto.draft);
  });

  it('deletes a file that Git deleted, where that is chosen', () => {
    const onto = moved(draft, git(null));
    const keys = new Set(onto?.collisions.map(collisionKey));
    expect(draftText(settled(draft, keys, git(null)), MAIN)).toBeNull();
    expect(draftText(settled(draft, keys, git(null)), WEB)).toBeUndefined();
  });
});
