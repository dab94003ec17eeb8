import type { Sql } from './sql';

/** `until` of a version that is current. */
export const OPEN = Number.MAX_SAFE_INTEGER;

/**
 * One step a version of the file; `PRAGMA user_version` counts those that were taken. Never edit a step that was
 * released: add one.
 *
 * The graph is kept as versions of its elements: a row counts from revision `since` until before revision `until`.
 * That one table is the current graph (`until` open), every earlier one, and every change set. See docs/adr/0008.
 */
const MIGRATIONS = [
  `
  CREATE TABLE head (
    generation INTEGER NOT NULL, revision INTEGER NOT NULL, key TEXT NOT NULL, observations INTEGER NOT NULL
  ) STRICT;
  INSERT INTO head VALUES (1, 0, '', 0);

  CREATE TABLE lease (token INTEGER NOT NULL, holder TEXT, expires_at TEXT) STRICT;
  INSERT INTO lease VALUES (0, NULL, NULL);

  CREATE TABLE observation (position INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE content (hash TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
  CREATE TABLE source_cursor (source TEXT PRIMARY KEY, cursor TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE entry (subject TEXT PRIMARY KEY, hash TEXT NOT NULL, origin TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE revision (number INTEGER PRIMARY KEY, key TEXT NOT NULL, summary TEXT NOT NULL) STRICT;
  CREATE INDEX revision_by_key ON revision (key);
  CREATE TABLE touch (
    component TEXT NOT NULL, revision INTEGER NOT NULL, PRIMARY KEY (component, revision)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE component (
    id TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
    environment TEXT NOT NULL, type TEXT NOT NULL, nickname TEXT NOT NULL, status TEXT NOT NULL, owner TEXT,
    body TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX component_version ON component (id, until);
  CREATE INDEX component_since ON component (since);
  CREATE INDEX component_until ON component (until) WHERE until < ${OPEN};
  CREATE INDEX component_facets ON component (environment, type, status, owner, since, until, nickname, id);

  CREATE TABLE dependency (
    consumer TEXT NOT NULL, provider TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
    confidence TEXT NOT NULL, ambiguous INTEGER NOT NULL, consumes TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX dependency_version ON dependency (consumer, provider, until);
  CREATE INDEX dependency_provider ON dependency (provider, until);
  CREATE INDEX dependency_since ON dependency (since);
  CREATE INDEX dependency_until ON dependency (until) WHERE until < ${OPEN};

  CREATE TABLE finding (
    id TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
    component TEXT, environment TEXT NOT NULL, kind TEXT NOT NULL, severity TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX finding_version ON finding (id, until);
  CREATE INDEX finding_component ON finding (component, until);
  CREATE INDEX finding_since ON finding (since);
  CREATE INDEX finding_until ON finding (until) WHERE until < ${OPEN};
  CREATE INDEX finding_facets ON finding (environment, kind, severity, since, until);

  CREATE TABLE record (
    kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, updated_at TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;
  `,
];

/** The file was written by a later Karma. */
export class NewerStoreError extends Error {
  override readonly name = 'NewerStoreError';
  constructor(
    readonly file: string,
    readonly version: number,
  ) {
    super(
      `${file} has version ${version}; this Karma knows ${MIGRATIONS.length}. Update Karma, or use another file.`,
    );
  }
}

/** Brings the file to the current version. @throws NewerStoreError */
export function migrate(sql: Sql, file: string): void {
  if (sql.pragma('user_version') === MIGRATIONS.length) return;
  sql.write(() => {
    const version = sql.pragma('user_version');
    if (version > MIGRATIONS.length) throw new NewerStoreError(file, version);
    for (const step of MIGRATIONS.slice(version)) sql.exec(step);
    sql.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}
