import { randomUUID } from 'node:crypto';
import { gremlinServerForTests } from '@karma/test-services/vitest';
import { describe, expect, test } from 'vitest';
import {
  type CreateStore,
  describeGraphReader,
  describeOnHead,
  describeRecords,
  describeRevisionLog,
} from '../contract';
import { appendOf, observationOf } from '../contract/history';
import { openGremlinStore } from './open-gremlin-store';

describe('gremlin', () => {
  const server = gremlinServerForTests();

  const open = (name: string, options = {}) => openGremlinStore({ url: server.url, name, ...options });
  const create: CreateStore = (options) => open(randomUUID(), options);

  describeRevisionLog(create);
  describeGraphReader(create);
  describeRecords(create);
  describeOnHead(create);

  describe('read over one connection, written over another', () => {
    describeGraphReader(async (options) => {
      const name = randomUUID();
      const [writer, reader] = [await open(name, options), await open(name, options)];
      const close = async () => {
        await Promise.all([writer.close(), reader.close()]);
      };
      return { ...reader, log: writer.log, close };
    });
  });

  test('opened again, it holds what was written', async () => {
    const name = randomUUID();
    const store = await open(name);
    const lease = await store.log.acquireLease('test', 60_000);
    const append = appendOf({ observations: [observationOf('git:1')], contents: new Map([['c1', 'text']]) });
    const head = await store.log.append(lease, await store.log.head(), append);
    await store.close();
    const again = await open(name);
    expect(await again.log.head()).toEqual(head);
    expect(await again.log.contents(['c1'])).toEqual(new Map([['c1', 'text']]));
    await again.close();
  });

  test('notices what another connection wrote', async () => {
    const name = randomUUID();
    const [writer, follower] = [await open(name), await open(name)];
    const noticed = new Promise((resolve) => follower.onHead(resolve));
    const lease = await writer.log.acquireLease('test', 60_000);
    const append = appendOf({ observations: [observationOf('git:1')] });
    const head = await writer.log.append(lease, await writer.log.head(), append);
    expect(await noticed).toEqual(head);
    await Promise.all([writer.close(), follower.close()]);
  });
});
