import { removeUnreadableReport } from '@karma/ingest';
import type { Configuration } from '../config/load-config';
import { openStore } from '../root/open-karma';
import { NotFoundError } from '../view/not-found-error';

/**
 * Takes away the report of a deployment that no sync can read; the next one no longer tells of it.
 * @param report its id, or as a problem names it: `deployment-report/<id>`.
 * @throws NotFoundError when there is no such report, or when it can be read.
 */
export async function removeReport(configuration: Configuration, report: string): Promise<void> {
  const id = report.replace(/^deployment-report\//, '');
  const store = await openStore(configuration);
  try {
    if (await removeUnreadableReport(store.records, id)) return;
    throw new NotFoundError(`There is no report ${id} that cannot be read.`);
  } finally {
    await store.close();
  }
}
