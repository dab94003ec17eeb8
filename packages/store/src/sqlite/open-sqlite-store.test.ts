import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, describe, expect, test } from 'vitest';
import { describeLastingStore } from '../contract';
import { openSqliteStore } from './open-sqlite-store';
import { NewerStoreError } from './schema';

const folder = mkdtempSync(join(tmpdir(), 'karma-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const newFile = () => join(folder, `${++count}`, 'karma.db');

describe('sqlite', () => {
  describeLastingStore(newFile, openSqliteStore);

  test('leaves a file of a later version alone', async () => {
    const file = newFile();
    await (await openSqliteStore(file)).close();
    const database = new Database(file);
    database.exec('PRAGMA user_version = 999');
    database.close();
    await expect(openSqliteStore(file)).rejects.toThrow(new NewerStoreError(file, 999));
  });
});
