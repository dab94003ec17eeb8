import { copyHistory } from '@karma/server';
import { colours, count, print, printJson } from '../print';
import { statusLine } from '../status-line';

interface StoreCopyOptions {
  readonly from: string;
  readonly to: string;
  readonly json?: boolean;
}

const PHASES = {
  observations: 'Copying observations',
  revisions: 'Copying revisions',
  world: 'Copying the world',
  records: 'Copying records',
  verification: 'Comparing revisions',
} as const;

export async function storeCopyCommand({ from, to, json }: StoreCopyOptions): Promise<void> {
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort()).once('SIGTERM', () => abort.abort());
  const status = statusLine();
  try {
    const report = await copyHistory(from, to, {
      signal: abort.signal,
      onProgress: (phase, done, total) => status.show(PHASES[phase], done, total),
    });
    status.clear();
    const { head, contents, records } = report;
    if (json) return printJson(report);
    const parts = [
      count(head.observations, 'observation'),
      count(head.revision, 'revision'),
      count(contents, 'content'),
      count(records, 'record'),
    ];
    print(`${colours.green('✓')} ${parts.join(', ')} copied and compared: both stores hold the same`);
  } finally {
    status.clear();
  }
}
