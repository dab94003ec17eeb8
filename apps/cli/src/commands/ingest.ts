import {
  type Configuration,
  type IngestProgress,
  type IngestReport,
  type Karma,
  type KarmaOptions,
  openKarma,
} from '@karma/server';
import { configurationOf } from '../configuration';
import type { WorldOptions } from '../options';
import { colours, count, print, printJson } from '../print';
import { statusLine } from '../status-line';

interface IngestOptions extends WorldOptions {
  readonly history?: boolean;
}

export async function ingestCommand(options: IngestOptions): Promise<void> {
  const start = performance.now();
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort()).once('SIGTERM', () => abort.abort());
  const status = statusLine();
  const onProgress = (progress: IngestProgress) =>
    status.show(labelOf(progress), progress.done, progress.total);
  try {
    const report = await ingest(options, { signal: abort.signal, onProgress });
    status.clear();
    if (options.json) printJson(report);
    else printReport(report, (performance.now() - start) / 1000);
    if (report.sources.some(({ state }) => state === 'failed')) process.exitCode = 1;
  } finally {
    status.clear();
  }
}

/** What is now comes first, so that it counts however long the past takes; of that, each sync takes in a part. */
async function ingest(options: IngestOptions, run: Parameters<Karma['sync']>[0]): Promise<IngestReport> {
  const configuration = configurationOf(options);
  let report = await withKarma(configuration, 'later', (karma) => karma.sync(run));
  if (options.history)
    await withKarma(configuration, 'foreground', async (karma) => {
      for (let isLeft = true; isLeft; ) {
        const next = await karma.sync(run);
        report = together(report, next);
        isLeft = next.observations > 0;
      }
    });
  return report;
}

async function withKarma<T>(
  configuration: Configuration,
  past: NonNullable<KarmaOptions['past']>,
  work: (karma: Karma) => Promise<T>,
): Promise<T> {
  const karma = await openKarma(configuration, { past });
  try {
    return await work(karma);
  } finally {
    await karma.close();
  }
}

function together(before: IngestReport, after: IngestReport): IngestReport {
  return {
    ...after,
    observations: before.observations + after.observations,
    revisions: after.rebuilt ? after.revisions : before.revisions + after.revisions,
    rebuilt: before.rebuilt || after.rebuilt,
  };
}

function printReport({ head, observations, revisions, rebuilt, sources }: IngestReport, seconds: number) {
  const news = `${count(observations, 'new observation')}, ${count(revisions, 'revision')}`;
  const where = `at revision ${head.revision.toLocaleString('en')}`;
  print(
    `${colours.green('✓')} ${news}${rebuilt ? ' (history rebuilt)' : ''}, ${where}, in ${seconds.toFixed(1)} s`,
  );
  for (const { name, position } of sources)
    if (position !== null) print(colours.dim(`  ${name}: ${position}`));
  for (const { name, problems } of sources)
    for (const { file, line, reason, remedy } of problems)
      print(`${colours.yellow('!')} ${name}: ${file}${line === null ? '' : `:${line}`}: ${reason} ${remedy}`);
  for (const { name, state, error } of sources)
    if (state === 'failed')
      print(`${colours.red('✗')} ${name}: ${error?.reason ?? ''} ${error?.remedy ?? ''}`);
}

const PHASES = { observe: 'Reading', load: 'Loading the graph', project: 'Building the graph' } as const;

function labelOf({ phase, source }: IngestProgress): string {
  return source === null ? PHASES[phase] : `${PHASES[phase]} ${source}`;
}
