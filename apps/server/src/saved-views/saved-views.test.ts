import { createMemoryStore, type Store } from '@karma/store';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCaller } from '../api/router';
import { testContext } from '../testing/test-context';

let store: Store;
let caller: ReturnType<typeof createCaller>;

beforeEach(async () => {
  store = createMemoryStore();
  caller = createCaller(await testContext(store));
});

const payments = { name: 'Payments', search: '?env=prod&q=owner:payments' };

describe('saved views', () => {
  it('are kept, listed by name, changed and deleted, by whom', async () => {
    const saved = await caller.saveView(payments);
    expect(saved).toMatchObject({ ...payments, version: 1, savedBy: 'Ada' });
    await caller.saveView({ name: ' Edge ', search: '' });
    expect((await caller.savedViews()).map(({ name }) => name)).toEqual(['Edge', 'Payments']);
    const renamed = await caller.saveView({ ...saved, name: 'Money' });
    expect(renamed).toMatchObject({ id: saved.id, version: 2, search: payments.search });
    await caller.deleteView(renamed);
    await caller.deleteView(renamed);
    expect((await caller.savedViews()).map(({ name }) => name)).toEqual(['Edge']);
    const audit = await store.records.list('audit', { limit: 10 });
    expect(audit.map(({ body }) => body)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'saved-view.save', subject: saved.id, actor: 'Ada', version: 1 }),
        expect.objectContaining({ action: 'saved-view.delete', subject: saved.id, actor: 'Ada', version: 2 }),
      ]),
    );
    expect(audit).toHaveLength(4);
  });

  it('are not overwritten or deleted unseen', async () => {
    const saved = await caller.saveView(payments);
    await caller.saveView({ ...saved, name: 'Theirs' });
    for (const attempt of [caller.saveView({ ...saved, name: 'Mine' }), caller.deleteView(saved)])
      await expect(attempt).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await caller.savedViews()).toMatchObject([{ name: 'Theirs', version: 2 }]);
    await caller.deleteView({ ...saved, version: 2 });
    await expect(caller.saveView({ ...saved, name: 'Late' })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('refuses what is no view', async () => {
    const nonsense = [
      { ...payments, name: '  ' },
      { ...payments, search: 'https://elsewhere.example/' },
      { ...payments, search: `?q=${'x'.repeat(9000)}` },
      { ...payments, id: '../audit' },
    ];
    for (const input of nonsense)
      await expect(caller.saveView(input)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await caller.savedViews()).toEqual([]);
  });
});
