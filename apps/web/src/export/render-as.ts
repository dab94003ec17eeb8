import { layered, layout } from '@karma/layout';
import {
  CARD,
  renderCsv,
  renderDot,
  renderDrawio,
  renderGraphml,
  renderMermaid,
  renderSvg,
  type Slice,
  type Theme,
} from '@karma/render';
import type { GraphSlice } from '../api/types';
import type { Format } from './formats';
import { rasterise } from './rasterise';

/** A slice as a file. `title` is written on pictures. */
export async function renderAs(
  { kind, theme = 'light' }: Format,
  graph: GraphSlice,
  title: string,
): Promise<Blob> {
  const slice = sliceOf(graph);
  switch (kind) {
    case 'svg':
      return new Blob([await svgOf(slice, theme, title)], { type: 'image/svg+xml' });
    case 'png':
      return rasterise(await svgOf(slice, theme, title));
    case 'drawio':
      return textFile(renderDrawio(slice, await place(slice), { title }));
    case 'mermaid':
      return textFile(renderMermaid(slice));
    case 'dot':
      return textFile(renderDot(slice));
    case 'graphml':
      return textFile(renderGraphml(slice));
    case 'csv':
      return textFile(renderCsv(slice));
    case 'json':
      return textFile(
        JSON.stringify(
          { revision: graph.head.key, components: graph.components, dependencies: graph.edges },
          null,
          2,
        ),
      );
  }
}

const textFile = (text: string) => new Blob([text], { type: 'text/plain;charset=utf-8' });

/** Grouped by environment where there are several. */
function sliceOf({ components, edges }: GraphSlice): Slice {
  const isGrouped = new Set(components.map(({ environment }) => environment)).size > 1;
  return {
    components: components.map((card) => ({ ...card, group: isGrouped ? [card.environment] : [] })),
    dependencies: edges,
  };
}

const svgOf = async (slice: Slice, theme: Theme, title: string) =>
  renderSvg(slice, await place(slice), { theme, title });

/** Where the command line would place it, too. */
function place({ components, dependencies }: Slice) {
  const boxes = components.map(({ id, group }) => ({ id, ...CARD, group }));
  return layout({ boxes, arrows: dependencies }, async (inOrder, arrows) => layered(inOrder, arrows));
}
