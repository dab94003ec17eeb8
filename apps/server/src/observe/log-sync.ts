import type { IngestReport } from '@karma/ingest';
import type { Logger } from './create-logger';

/** Logs what a sync did: news as they are, trouble as a warning, the rest for those who look closely. */
export function logSync(
  log: Logger,
  { revisions, observations, rebuilt, head, sources }: IngestReport,
): void {
  const fields = { revisions, observations, rebuilt, revision: head.revision };
  log[observations > 0 ? 'info' : 'debug'](fields, 'synced');
  for (const { name, error, durationMs } of sources)
    if (error) log.warn({ source: name, ...error, durationMs }, 'a source cannot be read');
}
