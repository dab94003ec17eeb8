import { componentIdSchema } from '@karma/core';
import { applyEdit, createDraft, type Draft, setText, undo } from '@karma/editor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptDraft } from './kept-drafts';
import { type Change, type Keeper, OpenDraft } from './open-draft';

const AT = '2026-01-01T00:00:00.000Z';
const VPC = componentIdSchema.parse('dev/vpc/main');

/** What all tabs share, as a browser would: each change is one write. */
class Shelf implements Keeper {
  kept: KeptDraft | undefined;
  isFull = false;
  #writes = 0;

  clear() {
    this.kept = undefined;
  }

  async read() {
    return structuredClone(this.kept);
  }

  async change(_id: string, next: (kept: KeptDraft | undefined) => Draft) {
    if (this.isFull) throw new Error('The disk is full.');
    this.#writes += 1;
    const kept = { changedAt: AT, revision: String(this.#writes), draft: next(structuredClone(this.kept)) };
    this.kept = structuredClone(kept);
    return kept;
  }
}

const step =
  (name: string): Change =>
  (draft) =>
    applyEdit(draft, setText(VPC, name), () => null);
const typed = (draft: Draft) => draft.steps.flatMap(({ files }) => files.map(({ after }) => after));
const own =
  (name: string): Change =>
  (draft) =>
    applyEdit(
      draft,
      { label: name, files: new Map([[componentIdSchema.parse(`dev/vpc/${name}`), '{}']]) },
      () => null,
    );
const labels = (draft: Draft) => draft.steps.map(({ label }) => label);
const tab = (shelf: Shelf) =>
  new OpenDraft(shelf.kept ?? { draft: createDraft('d', 'Draft'), revision: '' }, shelf);

describe('a draft in several tabs', () => {
  it('loses no step, in whatever order they write, and ends alike everywhere', async () => {
    const move = fc.tuple(fc.constantFrom(0, 1), fc.constantFrom('edit', 'keep', 'follow'));
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 30 }), async (moves) => {
        const shelf = new Shelf();
        const tabs = [tab(shelf), tab(shelf)];
        const done: string[] = [];
        for (const [index, kind] of moves) {
          const at = tabs[index];
          if (kind === 'keep') await at?.keep();
          if (kind === 'follow') await at?.follow();
          if (kind !== 'edit') continue;
          at?.apply(own(`n${done.length}`));
          done.push(`n${done.length}`);
        }
        for (const at of [...tabs, ...tabs]) await at.keep().then(() => at.follow());
        for (const at of tabs) expect(labels(at.draft).sort()).toEqual([...done].sort());
        expect(tabs[0]?.draft).toEqual(tabs[1]?.draft);
        if (done.length > 0) expect(shelf.kept?.draft).toEqual(tabs[0]?.draft);
      }),
    );
  });

  it('undoes on top of what the other tab did', async () => {
    const shelf = new Shelf();
    const [first, second] = [tab(shelf), tab(shelf)];
    first.apply(own('a'));
    await first.keep();
    await second.follow();
    second.apply(own('b'));
    first.apply(undo);
    await second.keep();
    await first.keep();
    expect(labels(first.draft)).toEqual(['a', 'b']);
    expect(first.draft.position).toBe(1);
  });

  it('leaves out what cannot be done any more, and says why', async () => {
    const shelf = new Shelf();
    const [first, second] = [tab(shelf), tab(shelf)];
    first.apply(own('a'));
    await first.keep();
    second.apply((draft) => {
      if (labels(draft).includes('a')) throw new Error('There is an a already.');
      return own('a')(draft);
    });
    second.apply(own('b'));
    await expect(second.keep()).rejects.toThrow('There is an a already.');
    expect(labels(second.draft)).toEqual(['a', 'b']);
  });

  it('keeps later what could not be written', async () => {
    const shelf = new Shelf();
    const only = tab(shelf);
    shelf.isFull = true;
    only.apply(own('a'));
    await expect(only.keep()).rejects.toThrow('full');
    shelf.isFull = false;
    only.apply(own('b'));
    await only.keep();
    expect(shelf.kept && labels(shelf.kept.draft)).toEqual(['a', 'b']);
  });

  it('is kept anew by the next change where another tab deleted it', async () => {
    const shelf = new Shelf();
    const only = tab(shelf);
    only.apply(step('one'));
    await only.keep();
    shelf.clear();
    await only.follow();
    only.apply(own('b'));
    await only.keep();
    expect(typed(only.draft)).toEqual(['one', '{}']);
    expect(shelf.kept?.draft).toEqual(only.draft);
  });
});
