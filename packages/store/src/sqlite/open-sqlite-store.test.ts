import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, describe, expect, test } from 'vitest';
import {
  type CreateStore,
  describeGraphReader,
  describeOnHead,
  describeRecords,
  describeRevisionLog,
} from '../contract';
import { appendOf, observationOf } from '../contract/history';
import { openSqliteStore } from './open-sqlite-store';
import { NewerStoreError } from './schema';

const folder = mkdtempSync(join(tmpdir(), 'karma-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const newFile = () => join(folder, `${++count}`, 'karma.db');
const create: CreateStore = (options) => openSqliteStore(newFile(), options);

describe('sqlite', () => {
  describeRevisionLog(create);
  describeGraphReader(create);
  describeRecords(create);
  describeOnHead(create);

  describe('read over one connection, written over another', () => {
    describeGraphReader(async (options) => {
      const file = newFile();
      const [writer, reader] = [await openSqliteStore(file, options), await openSqliteStore(file, options)];
      const close = async () => {
        await Promise.all([writer.close(), reader.close()]);
      };
      return { ...reader, log: writer.log, close };
    });
  });

  test('opened again, it holds what was written', async () => {
    const file = newFile();
    const store = await openSqliteStore(file);
    const lease = await store.log.acquireLease('test', 60_000);
    const append = appendOf({ observations: [observationOf('git:1')], contents: new Map([['c1', 'text']]) });
    const head = await store.log.append(lease, await store.log.head(), append);
    await store.close();
    const again = await openSqliteStore(file);
    expect(await again.log.head()).toEqual(head);
    expect(await again.log.contents(['c1'])).toEqual(new Map([['c1', 'text']]));
    await again.close();
  });

  test('notices what another connection wrote', async () => {
    const file = newFile();
    const [writer, follower] = [await openSqliteStore(file), await openSqliteStore(file)];
    const noticed = new Promise((resolve) => follower.onHead(resolve));
    const lease = await writer.log.acquireLease('test', 60_000);
    const append = appendOf({ observations: [observationOf('git:1')] });
    const head = await writer.log.append(lease, await writer.log.head(), append);
    expect(await noticed).toEqual(head);
    await Promise.all([writer.close(), follower.close()]);
  });

  test('leaves a file of a later version alone', async () => {
    const file = newFile();
    await (await openSqliteStore(file)).close();
    const database = new Database(file);
    database.exec('PRAGMA user_version = 999');
    database.close();
    await expect(openSqliteStore(file)).rejects.toThrow(new NewerStoreError(file, 999));
  });
});
