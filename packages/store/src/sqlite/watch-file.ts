import type { Sql } from './sql';

const INTERVAL_MS = 250;

/** Calls back soon after another connection wrote to the file. The timer keeps no process alive. */
export function watchFile(sql: Sql, changed: () => void): () => void {
  let known = sql.pragma('data_version');
  const timer = setInterval(() => {
    const version = sql.pragma('data_version');
    if (version === known) return;
    known = version;
    changed();
  }, INTERVAL_MS);
  timer.unref();
  return () => clearInterval(timer);
}
