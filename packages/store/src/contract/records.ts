import { describe, expect, test } from 'vitest';
import { ConflictError } from '../errors';
import { type CreateStore, withStore } from './with-store';

/** What every Records does; an adapter's test calls it. */
export function describeRecords(create: CreateStore): void {
  describe('Records', () => {
    const now = () => Date.parse('2026-01-01T00:00:00.000Z');

    test('keeps versions of a document, apart by kind', () =>
      withStore(
        create,
        async ({ records }) => {
          const first = await records.put('saved-view', 'a', { text: 'ü', list: [1, null] }, 0);
          expect(first).toEqual({
            kind: 'saved-view',
            id: 'a',
            version: 1,
            updatedAt: '2026-01-01T00:00:00.000Z',
            body: { text: 'ü', list: [1, null] },
          });
          expect(await records.get('saved-view', 'a')).toEqual(first);
          expect(await records.get('audit', 'a')).toBeUndefined();
          expect(await records.put('saved-view', 'a', 'second', 1)).toMatchObject({
            version: 2,
            body: 'second',
          });
        },
        { now },
      ));

    test('refuses to write over what it was not read from', () =>
      withStore(create, async ({ records }) => {
        await expect(records.put('audit', 'a', 1, 1)).rejects.toThrow(ConflictError);
        await records.put('audit', 'a', 1, 0);
        await expect(records.put('audit', 'a', 2, 0)).rejects.toThrow(ConflictError);
        expect(await records.get('audit', 'a')).toMatchObject({ version: 1, body: 1 });
      }));

    test('lists by id, page by page', () =>
      withStore(create, async ({ records }) => {
        for (const id of ['b', 'c', 'a']) await records.put('proposal', id, id, 0);
        await records.put('audit', 'aa', 'other kind', 0);
        const ids = (page: readonly { id: string }[]) => page.map(({ id }) => id);
        expect(ids(await records.list('proposal', { limit: 2 }))).toEqual(['a', 'b']);
        expect(ids(await records.list('proposal', { limit: 2, after: 'b' }))).toEqual(['c']);
      }));

    test('deletes, and forgets the version with it', () =>
      withStore(create, async ({ records }) => {
        await records.put('proposal', 'a', 1, 0);
        await records.delete('proposal', 'a');
        await records.delete('proposal', 'never there');
        expect(await records.get('proposal', 'a')).toBeUndefined();
        expect(await records.put('proposal', 'a', 2, 0)).toMatchObject({ version: 1 });
      }));
  });
}
