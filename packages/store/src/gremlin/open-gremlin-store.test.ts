import { randomUUID } from 'node:crypto';
import { gremlinServerForTests } from '@karma/test-services/vitest';
import { describe, expect, test } from 'vitest';
import { describeLastingStore } from '../contract';
import { appendOf, collect, observationOf, revisionsOf } from '../contract/history';
import { StaleReaderError } from '../errors';
import type { StoreOptions } from '../reference/create-memory-store';
import { connect } from './connection';
import { componentOf, graphOf } from './graphs.testing';
import { g } from './language';
import { type Collection, Names } from './names';
import { gremlinStore, openGremlinStore } from './open-gremlin-store';
import { PIECE } from './pieces';

describe('gremlin', () => {
  const server = gremlinServerForTests();
  const open = (name: string, options?: StoreOptions) =>
    openGremlinStore({ url: server.url, name, ...options });

  describeLastingStore(randomUUID, open);

  test('made by several processes at once, it is one', async () => {
    const connections = await Promise.all(Array.from({ length: 6 }, () => connect(server.url)));
    for (let round = 0; round < 50; round++) {
      const name = randomUUID();
      const opening = connections.map((each) => gremlinStore(each, name, { watchMs: 3_600_000 }));
      const stores = await Promise.all(opening);
      const leases = stores.map(({ log }, index) => log.acquireLease(`process ${index}`, 60_000));
      const outcomes = await Promise.allSettled(leases);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
    await Promise.all(connections.map((connection) => connection.close()));
  });

  test('says so when texts are not there any more, or not yet', async () => {
    const name = randomUUID();
    const store = await open(name);
    const lease = await store.log.acquireLease('test', 60_000);
    const large = graphOf({ components: [componentOf('a'.repeat(PIECE))] });
    const revisions = revisionsOf([large]);
    const append = appendOf({ observations: [observationOf('git:1')], revisions });
    await store.log.append(lease, await store.log.head(), append);
    expect(await store.log.revision(1)).toEqual(revisions[0]);

    const connection = await connect(server.url);
    const names = new Names(name);
    const drop = (collection: Collection, label: string) =>
      connection.submit(g.V().has('collection', names.collection(collection)).hasLabel(label).drop());
    await drop('revisions', 'Piece');
    await expect(store.log.revision(1)).rejects.toThrow(StaleReaderError);
    await expect(store.log.changesSince(1, 0)).rejects.toThrow(StaleReaderError);
    await drop('chunks', 'Chunk');
    await expect(collect(store.log.observations())).rejects.toThrow(StaleReaderError);
    await Promise.all([connection.close(), store.close()]);
  });
});
