import { type IngestProgress, openKarma } from '@karma/server';
import { configurationOf } from '../configuration';
import type { WorldOptions } from '../options';
import { colours, count, print, printJson } from '../print';
import { statusLine } from '../status-line';

export async function ingestCommand(options: WorldOptions): Promise<void> {
  const start = performance.now();
  const karma = await openKarma(configurationOf(options), { past: 'foreground' });
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort()).once('SIGTERM', () => abort.abort());
  const status = statusLine();
  const onProgress = (progress: IngestProgress) =>
    status.show(labelOf(progress), progress.done, progress.total);
  try {
    const report = await karma.sync({ signal: abort.signal, onProgress });
    status.clear();
    const failed = report.sources.filter(({ state }) => state === 'failed');
    if (options.json) printJson(report);
    else {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const news = `${count(report.observations, 'new observation')}, ${count(report.revisions, 'revision')}`;
      const where = `at revision ${report.head.revision.toLocaleString('en')}`;
      print(
        `${colours.green('✓')} ${news}${report.rebuilt ? ' (history rebuilt)' : ''}, ${where}, in ${seconds} s`,
      );
      for (const { name, problems } of report.sources)
        for (const { file, line, reason, remedy } of problems)
          print(
            `${colours.yellow('!')} ${name}: ${file}${line === null ? '' : `:${line}`}: ${reason} ${remedy}`,
          );
      for (const { name, error } of failed)
        print(`${colours.red('✗')} ${name}: ${error?.reason ?? ''} ${error?.remedy ?? ''}`);
    }
    if (failed.length > 0) process.exitCode = 1;
  } finally {
    status.clear();
    await karma.close();
  }
}

const PHASES = { observe: 'Reading', load: 'Loading the graph', project: 'Building the graph' } as const;

function labelOf({ phase, source }: IngestProgress): string {
  return source === null ? PHASES[phase] : `${PHASES[phase]} ${source}`;
}
