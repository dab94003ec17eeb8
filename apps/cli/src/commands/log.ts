import { ConfigError } from '@karma/server';
import type { WorldOptions } from '../options';
import { print, printJson, shortTime, table } from '../print';
import { findComponent, withGraph } from '../with-graph';

export function logCommand(
  options: WorldOptions & { readonly component?: string; readonly limit: string },
): Promise<void> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1) {
    const message = `"${options.limit}" is no number of revisions. Allowed: 1 and more.`;
    throw new ConfigError('--limit', [{ pointer: '', line: null, message }]);
  }
  return withGraph(options, async (reads) => {
    const component =
      options.component === undefined ? {} : { component: await findComponent(reads, options.component) };
    const revisions = await reads.store.log.revisions({ limit, ...component });
    if (options.json) return printJson(revisions);
    print(
      ...table(
        ['revision', 'when (UTC)', 'who', 'changes', 'what'],
        revisions.map(({ number, at, actor, counts: { added, changed, removed }, message, key }) => [
          String(number),
          shortTime(at),
          actor?.replace(/ <.*>$/, '') ?? '-',
          `+${added} ~${changed} -${removed}`,
          message === '' ? key : message,
        ]),
      ),
    );
  });
}
