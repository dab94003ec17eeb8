import { type ComponentId, componentId } from '@karma/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setValue } from '../text/edit-text';
import { createDraft, type Draft, DraftFormatError, draftFiles, draftText, parseDraft } from './draft';
import { applyEdit, canRedo, canUndo, goTo, redo, undo } from './history';
import { rebase } from './rebase';

const API = componentId('dev', 'api', 'shop');
const VPC = componentId('dev', 'vpc', 'main');
const NEW = componentId('dev', 'queue', 'jobs');
const GIT = new Map<ComponentId, string>([
  [API, '{\n  "vpc_nickname": "main",\n  "memory": 128\n}\n'],
  [VPC, '{\n  "cidr": "10.0.0.0/16"\n}\n'],
]);
const inGit = (id: ComponentId) => GIT.get(id) ?? null;
const empty = createDraft('d1', 'Move the shop');

function set(draft: Draft, id: ComponentId, pointer: string, value: unknown, merge?: string): Draft {
  const text = draftText(draft, id) ?? inGit(id) ?? '{}\n';
  const files = new Map([[id, setValue(text, pointer, value)]]);
  return applyEdit(
    draft,
    { label: `Set ${pointer}`, files, ...(merge === undefined ? {} : { merge }) },
    inGit,
  );
}

describe('the steps of a draft', () => {
  it('go back and forth, and a new one gives up those undone', () => {
    const two = set(set(empty, API, '/memory', 256), API, '/memory', 512);
    const one = undo(two);
    expect(draftText(one, API)).toContain('"memory": 256');
    expect(draftText(redo(one), API)).toContain('"memory": 512');
    const other = set(one, VPC, '/cidr', '10.1.0.0/16');
    expect(canRedo(other)).toBe(false);
    expect(draftFiles(other).map(({ id }) => id)).toEqual([API, VPC]);
    expect(draftFiles(goTo(other, 0))).toEqual([]);
    expect(canUndo(goTo(other, 0))).toBe(false);
  });

  it('are one for typing in one field', () => {
    const typed = ['1', '12', '128'].reduce((draft, value) => set(draft, API, '/tag', value, 'tag'), empty);
    expect(typed.steps).toHaveLength(1);
    expect(draftFiles(undo(typed))).toEqual([]);
  });

  it('leave out what changes nothing, and what was changed back', () => {
    expect(set(empty, API, '/memory', 128)).toBe(empty);
    expect(draftFiles(set(set(empty, API, '/memory', 1), API, '/memory', 128))).toEqual([]);
  });

  it('take part in new and deleted files', () => {
    const created = set(empty, NEW, '/fifo', true);
    expect(draftFiles(created)).toEqual([{ id: NEW, before: null, after: expect.stringContaining('fifo') }]);
    const deleted = applyEdit(empty, { label: 'Delete', files: new Map([[API, null]]) }, inGit);
    expect(draftFiles(deleted)).toEqual([{ id: API, before: inGit(API), after: null }]);
  });

  it('are undone in full by as many steps back: the identity', () => {
    const edit = fc.tuple(
      fc.constantFrom(API, VPC, NEW),
      fc.constantFrom('/a', '/b', '/memory'),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom('set', 'undo', 'redo', 'delete'),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        let draft = empty;
        for (const [id, pointer, value, kind] of edits) {
          if (kind === 'undo') draft = undo(draft);
          else if (kind === 'redo') draft = redo(draft);
          else if (kind === 'delete')
            draft = applyEdit(draft, { label: 'Delete', files: new Map([[id, null]]) }, inGit);
          else draft = set(draft, id, pointer, value);
        }
        const kept = parseDraft(JSON.stringify(draft));
        expect(kept).toEqual(draft);
        const files = draftFiles(draft);
        let back = draft;
        while (canUndo(back)) back = undo(back);
        expect(draftFiles(back)).toEqual([]);
        for (const { id } of draft.originals) expect(draftText(back, id)).toBe(inGit(id));
        expect(draftFiles(goTo(back, draft.position))).toEqual(files);
      }),
    );
  });
});

describe('a draft whose base moved on', () => {
  const on = (id: ComponentId, text: string | null) => (asked: ComponentId) =>
    asked === id ? text : inGit(asked);

  it('keeps its changes and its steps where Git changed something else', () => {
    const draft = undo(set(set(empty, API, '/memory', 256), API, '/memory', 512));
    const theirs = '{\n  "vpc_nickname": "other",\n  "memory": 128\n}\n';
    const { draft: moved, collisions } = rebase(draft, on(API, theirs));
    expect(collisions).toEqual([]);
    expect(draftText(moved, API)).toBe('{\n  "vpc_nickname": "other",\n  "memory": 256\n}\n');
    expect(draftText(redo(moved), API)).toContain('"memory": 512');
    expect(draftFiles(goTo(moved, 0))).toEqual([]);
  });

  it('shows the three versions where both changed the same', () => {
    const draft = set(empty, API, '/memory', 256);
    const theirs = '{\n  "vpc_nickname": "main",\n  "memory": 64\n}\n';
    const { draft: moved, collisions } = rebase(draft, on(API, theirs));
    expect(collisions).toEqual([{ id: API, pointer: '/memory', base: 128, mine: 256, theirs: 64 }]);
    expect(draftText(moved, API)).toContain('256');
  });

  it('shows files as a whole where one side deleted them', () => {
    const draft = set(empty, API, '/memory', 256);
    const { collisions } = rebase(draft, on(API, null));
    expect(collisions).toEqual([
      { id: API, pointer: '', base: inGit(API), mine: expect.stringContaining('256'), theirs: null },
    ]);
  });

  it('shows each place where both created a component differently, and nothing where they did alike', () => {
    const draft = set(set(empty, NEW, '/fifo', true), NEW, '/delay', 5);
    const { draft: moved, collisions } = rebase(draft, on(NEW, '{"fifo":true,"delay":9,"dlq":"x"}\n'));
    expect(collisions).toEqual([
      { id: NEW, pointer: '/delay', base: undefined, mine: 5, theirs: 9 },
      { id: NEW, pointer: '/dlq', base: undefined, mine: undefined, theirs: 'x' },
    ]);
    expect(draftText(moved, NEW)).toBe('{"fifo":true,"delay":5}\n');
    const alike = rebase(draft, on(NEW, '{"delay":5,"fifo":true}\n'));
    expect(alike.collisions).toEqual([]);
    expect(draftFiles(alike.draft)).toEqual([]);
  });

  it('has nothing left to delete where Git deleted it, too', () => {
    const draft = applyEdit(empty, { label: 'Delete', files: new Map([[API, null]]) }, inGit);
    const { draft: moved, collisions } = rebase(draft, on(API, null));
    expect(collisions).toEqual([]);
    expect(moved.steps).toEqual([]);
  });

  it('has nothing left of what Git has by now', () => {
    const draft = set(set(empty, API, '/memory', 256), VPC, '/cidr', 'x');
    const { draft: moved, collisions } = rebase(draft, on(API, draftText(draft, API) ?? null));
    expect(collisions).toEqual([]);
    expect(moved.steps.map(({ label }) => label)).toEqual(['Set /cidr']);
    expect(moved.position).toBe(1);
  });

  it('holds inside a value that Git replaced, too', () => {
    const draft = set(empty, VPC, '/tags', { a: 1 });
    const base = draftText(draft, VPC) ?? '';
    const nested = set(createDraft('d2', 'Two'), VPC, '/tags/a', 2);
    expect(draftText(nested, VPC)).toContain('"a": 2');
    const { collisions } = rebase(nested, on(VPC, base));
    expect(collisions).toEqual([
      { id: VPC, pointer: '/tags', base: undefined, mine: { a: 2 }, theirs: { a: 1 } },
    ]);
  });
});

describe('a file that is no draft', () => {
  it('is refused with what is wrong', () => {
    expect(() => parseDraft('{')).toThrow(DraftFormatError);
    expect(() => parseDraft('{"version": 2}')).toThrow('This is not a draft');
    expect(parseDraft(JSON.stringify({ ...empty, base: {} }))).toEqual(empty);
    expect(() => parseDraft(JSON.stringify({ ...empty, position: 3 }))).toThrow('beyond its last step');
  });
});
