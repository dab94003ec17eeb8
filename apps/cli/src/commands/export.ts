import { ConfigError } from '@karma/server';
import type { WorldOptions } from '../options';
import { print, printJson } from '../print';
import { withGraph } from '../with-graph';
import { type ExportedGraph, toDot, toMermaid } from './graph-formats';

const FORMATS = ['json', 'dot', 'mermaid'];

export function exportCommand(
  options: WorldOptions & { readonly format: string; readonly environment?: string },
): Promise<void> {
  const format = options.json ? 'json' : options.format;
  if (!FORMATS.includes(format)) {
    const message = `"${format}" is not allowed. Allowed: ${FORMATS.join(', ')}.`;
    throw new ConfigError('--format', [{ pointer: '', line: null, message }]);
  }
  return withGraph(options, async ({ views }) => {
    const environment = options.environment === undefined ? {} : { environment: options.environment };
    const graph = await views.ask(undefined, async ({ reader }): Promise<ExportedGraph> => {
      const { components, dependencies } = await reader.slice({
        ...environment,
        limit: Number.MAX_SAFE_INTEGER,
      });
      const findings = await reader.findings(environment);
      return { revision: reader.head.revision, components, dependencies, findings };
    });
    if (format === 'json') printJson(graph);
    else print(format === 'dot' ? toDot(graph) : toMermaid(graph));
  });
}
