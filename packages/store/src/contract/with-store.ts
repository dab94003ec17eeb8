import type { Store } from '../ports';
import type { StoreOptions } from '../reference/create-memory-store';

/** Makes a store that is empty and shares nothing with those made before. The suites close it. */
export type CreateStore = (options?: StoreOptions) => Promise<Store>;

export async function withStore<T>(
  create: CreateStore,
  work: (store: Store) => Promise<T>,
  options?: StoreOptions,
): Promise<T> {
  const store = await create(options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
