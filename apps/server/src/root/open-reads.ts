import type { Store } from '@karma/store';
import type { Configuration } from '../config/load-config';
import { GraphIndex } from '../graph-index/graph-index';
import { Views } from '../view/views';
import { openStore } from './open-karma';
import { placementNames } from './placement-names';

/** The graph as it is stored, for reading. */
export interface Reads {
  readonly store: Store;
  readonly views: Views;
  close(): Promise<void>;
}

export async function openReads(configuration: Configuration): Promise<Reads> {
  const store = await openStore(configuration);
  const views = new Views(store, new GraphIndex(store), placementNames(configuration));
  return { store, views, close: () => store.close() };
}
