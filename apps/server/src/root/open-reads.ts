import type { Store } from '@karma/store';
import type { Configuration } from '../config/load-config';
import { GraphIndex } from '../graph-index/graph-index';
import { Views } from '../view/views';
import { openStore } from './open-karma';

/** The graph as it is stored, for reading. */
export interface Reads {
  readonly store: Store;
  readonly views: Views;
  close(): Promise<void>;
}

export async function openReads(configuration: Configuration): Promise<Reads> {
  const store = await openStore(configuration);
  return { store, views: new Views(store, new GraphIndex(store)), close: () => store.close() };
}
