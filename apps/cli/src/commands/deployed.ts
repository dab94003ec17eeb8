import { openKarma, reportDeployment } from '@karma/server';
import { configurationOf } from '../configuration';
import type { WorldOptions } from '../options';
import { colours, print, printJson } from '../print';
import { findComponent, withGraph } from '../with-graph';

export interface DeployedOptions extends WorldOptions {
  readonly placement?: string;
  readonly ref?: string;
  readonly url?: string;
  readonly by?: string;
  readonly at?: string;
}

export async function deployedCommand(component: string, options: DeployedOptions): Promise<void> {
  const configuration = configurationOf(options);
  const id = await withGraph(options, (reads) => findComponent(reads, component));
  const karma = await openKarma(configuration);
  try {
    const { placement, ref: version, url, by: actor, at } = options;
    const where = await reportDeployment(karma.store, configuration, {
      component: id,
      placement,
      version,
      url,
      actor,
      at,
    });
    // The report is kept: who cannot take it in now, since another process writes or Git is away, leaves it to the next.
    const later = await karma.sync({ isDue: (source) => source === 'reports' }).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (options.json) return printJson({ component: id, placement: where, shown: later === null });
    print(`${colours.green('✓')} ${colours.bold(id)} was deployed in ${where}`);
    if (later !== null) print(colours.dim(`The next sync will show it: ${later}`));
  } finally {
    await karma.close();
  }
}
