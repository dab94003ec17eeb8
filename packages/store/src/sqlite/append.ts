import type { Revision } from '@karma/core';
import { z } from 'zod';
import { checkConsecutive, checkHead, headAfter } from '../head';
import type { Append, Head, Lease, Rebuild } from '../ports';
import { summarize, touchedComponents } from '../revision-summary';
import { COMPONENT, DEPENDENCY, FINDING } from './elements';
import { readHead, writeHead } from './head';
import { verifyLease } from './lease';
import type { Sql } from './sql';
import { dropVersionsAfter, writeVersions } from './write-versions';

/** Appends to the log and its projection in one transaction. Errors as in `RevisionLog.append`. */
export function append(sql: Sql, lease: Lease, expected: Head, batch: Append): Head {
  return sql.write(() => {
    verifyLease(sql, lease);
    const head = readHead(sql);
    checkHead(head, expected);
    return write(sql, head, batch);
  });
}

/** Replaces the tail of the projection in one transaction. Errors as in `RevisionLog.rebuild`. */
export function rebuild(sql: Sql, lease: Lease, expected: Head, batch: Rebuild): Head {
  const { keepUntil } = batch;
  return sql.write(() => {
    verifyLease(sql, lease);
    const head = readHead(sql);
    checkHead(head, expected);
    for (const table of ['revision', 'touch']) {
      sql.run(`DELETE FROM ${table} WHERE ${table === 'touch' ? 'revision' : 'number'} > ?`, [keepUntil]);
    }
    dropVersionsAfter(sql, COMPONENT, keepUntil);
    dropVersionsAfter(sql, DEPENDENCY, keepUntil);
    dropVersionsAfter(sql, FINDING, keepUntil);
    const kept = sql.first('SELECT key FROM revision WHERE number = ?', z.object({ key: z.string() }), [
      keepUntil,
    ]);
    const base = { ...head, generation: head.generation + 1, revision: keepUntil, key: kept?.key ?? '' };
    return write(sql, base, batch);
  });
}

function write(sql: Sql, base: Head, batch: Append): Head {
  checkConsecutive(base.revision, batch);
  for (const [hash, text] of batch.contents) {
    sql.run('INSERT OR IGNORE INTO content (hash, text) VALUES (?, ?)', [hash, text]);
  }
  for (const observation of batch.observations) {
    sql.run('INSERT INTO observation (body) VALUES (?)', [JSON.stringify(observation)]);
  }
  for (const { subject, entry } of batch.entries) {
    if (entry === null) sql.run('DELETE FROM entry WHERE subject = ?', [subject]);
    else {
      const { hash, origin } = entry;
      sql.run('INSERT OR REPLACE INTO entry VALUES (?, ?, ?)', [subject, hash, JSON.stringify(origin)]);
    }
  }
  for (const [source, cursor] of batch.cursors) {
    sql.run('INSERT OR REPLACE INTO source_cursor VALUES (?, ?)', [source, cursor]);
  }
  for (const revision of batch.revisions) writeRevision(sql, revision);
  writeVersions(sql, COMPONENT, batch.revisions);
  writeVersions(sql, DEPENDENCY, batch.revisions);
  writeVersions(sql, FINDING, batch.revisions);
  const head = headAfter(base, batch);
  writeHead(sql, head);
  return head;
}

function writeRevision(sql: Sql, revision: Revision): void {
  const { number, key } = revision;
  sql.run('INSERT INTO revision VALUES (?, ?, ?)', [number, key, JSON.stringify(summarize(revision))]);
  for (const component of touchedComponents(revision)) {
    sql.run('INSERT INTO touch VALUES (?, ?)', [component, number]);
  }
}
