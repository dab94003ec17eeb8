import { NotFoundError, renderConfig } from '@karma/server';
import type { WorldOptions } from '../options';
import { printJson } from '../print';
import { findComponent, withGraph } from '../with-graph';

/** Prints the effective config as JSON, for pipelines, whether `--json` is given or not. */
export function renderCommand(component: string, options: WorldOptions): Promise<void> {
  return withGraph(options, async (reads) => {
    const id = await findComponent(reads, component);
    const config = await reads.views.ask(undefined, (view) => renderConfig(reads.store, view, id));
    if (config === null) throw new NotFoundError(`${id} is declared nowhere: it has no config.`);
    printJson(config);
  });
}
