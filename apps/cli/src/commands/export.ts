import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { layered, layout } from '@karma/layout';
import {
  CARD,
  type ExportedGraph,
  type Positions,
  renderCsv,
  renderDot,
  renderDrawio,
  renderGraphml,
  renderJson,
  renderMermaid,
  renderSvg,
  type Slice,
  sliceOf,
  type Theme,
} from '@karma/render';
import { NotFoundError } from '@karma/server';
import type { WorldOptions } from '../options';
import { withGraph } from '../with-graph';

interface ExportOptions extends WorldOptions {
  readonly format: 'json' | 'svg' | 'drawio' | 'mermaid' | 'dot' | 'graphml' | 'csv';
  readonly theme: Theme;
  readonly environment?: string;
  readonly output?: string;
}

export async function exportCommand(options: ExportOptions): Promise<void> {
  const graph = await readGraph(options);
  const text = await render(graph, options);
  if (options.output === undefined) {
    process.stdout.write(text);
    return;
  }
  mkdirSync(path.dirname(options.output), { recursive: true });
  writeFileSync(options.output, text);
}

function readGraph({ environment, ...options }: ExportOptions): Promise<ExportedGraph> {
  return withGraph(options, ({ views }) =>
    views.ask(undefined, async ({ reader }) => {
      const query = environment === undefined ? {} : { environment };
      const { components, dependencies } = await reader.slice({ ...query, limit: Number.MAX_SAFE_INTEGER });
      if (environment !== undefined && components.length === 0)
        throw new NotFoundError(`There is no component in an environment "${environment}".`);
      const findings = await reader.findings(query);
      return { revision: reader.head.revision, components, dependencies, findings };
    }),
  );
}

async function render(
  graph: ExportedGraph,
  { json, format, theme, environment }: ExportOptions,
): Promise<string> {
  const slice = sliceOf(graph);
  const title = environment ?? 'All environments';
  switch (json ? 'json' : format) {
    case 'json':
      return `${renderJson(graph)}\n`;
    case 'dot':
      return renderDot(slice);
    case 'mermaid':
      return renderMermaid(slice);
    case 'graphml':
      return renderGraphml(slice);
    case 'csv':
      return renderCsv(slice);
    case 'drawio':
      return renderDrawio(slice, await place(slice), { title });
    case 'svg':
      return renderSvg(slice, await place(slice), { theme, title });
  }
}

function place({ components, dependencies }: Slice): Promise<Positions> {
  const boxes = components.map(({ id, group }) => ({ id, ...CARD, group }));
  return layout({ boxes, arrows: dependencies }, async (inOrder, arrows) => layered(inOrder, arrows));
}
