import type { Head } from '../ports';
import { headRow } from './rows';
import type { Sql } from './sql';

export function readHead(sql: Sql): Head {
  return headRow.parse(sql.first('SELECT generation, revision, key, observations FROM head', headRow));
}

export function writeHead(sql: Sql, { generation, revision, key, observations }: Head): void {
  sql.run('UPDATE head SET generation = ?, revision = ?, key = ?, observations = ?', [
    generation,
    revision,
    key,
    observations,
  ]);
}
