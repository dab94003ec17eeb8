import { dimensionName, type ElementId, type Grouping, visibleGraph } from '@karma/core';
import { layered, layout } from '@karma/layout';
import {
  CARD,
  type Positions,
  renderCsv,
  renderDot,
  renderDrawio,
  renderGraphml,
  renderMermaid,
  renderSvg,
  type Slice,
  type SvgOptions,
} from '@karma/render';
import type { GraphSlice } from '../api/types';
import { commonLine } from '../canvas/paint/scene';
import type { Visible } from '../canvas/visible-slice';
import type { Format } from './formats';
import { rasterise } from './rasterise';

/** What the browser writes itself; JSON, which knows more, comes from the server. */
export interface Drawn {
  readonly kind: Exclude<Format['kind'], 'json'>;
  readonly theme?: Format['theme'] | undefined;
}

interface Look {
  /** Written on pictures. */
  readonly title: string;
  /** Where everything stands on screen; it is laid out anew when some of the slice has no place. */
  readonly places: Positions;
}

/** A slice as a file. */
export async function renderAs(
  { kind, theme = 'light' }: Drawn,
  slice: Slice,
  { title, places }: Look,
): Promise<Blob> {
  switch (kind) {
    case 'svg':
      return new Blob([await svgOf(slice, places, { theme, title })], { type: 'image/svg+xml' });
    case 'png':
      return rasterise(await svgOf(slice, places, { theme, title }));
    case 'drawio':
      return textFile(renderDrawio(slice, await place(slice, places), { title }));
    case 'mermaid':
      return textFile(renderMermaid(slice));
    case 'dot':
      return textFile(renderDot(slice));
    case 'graphml':
      return textFile(renderGraphml(slice));
    case 'csv':
      return textFile(renderCsv(slice));
  }
}

const textFile = (text: string) => new Blob([text], { type: 'text/plain;charset=utf-8' });

/** All of it, whatever is shut on screen; grouped as there, else by environment, where there are several. */
export function wholeSlice(
  { components, edges }: Pick<GraphSlice, 'components' | 'edges'>,
  chosen: Grouping,
): Slice {
  const isWide = new Set(components.map(({ environment }) => environment)).size > 1;
  const grouping: Grouping = chosen.length === 0 && isWide ? ['environment'] : chosen;
  const { groups, pathOf } = visibleGraph(
    { components, dependencies: edges },
    { grouping, opening: { shut: new Set() } },
  );
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return {
    components: components.map((card) => ({
      ...card,
      group: pathOf(card.id).map((group) => names.get(group) ?? group),
    })),
    dependencies: edges,
  };
}

/** As on screen: a shut group stands there for its components, a bundle for its dependencies. */
export function sliceOnScreen({ components, groups, dependencies, bundles, pathOf }: Visible): Slice {
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const groupOf = (id: ElementId) => pathOf(id).map((group) => names.get(group) ?? group);
  const shut = groups.filter(({ isOpen }) => !isOpen);
  return {
    components: [
      ...components.map((card) => ({ ...card, group: groupOf(card.id) })),
      ...shut.map(({ id, dimension, name, status, findings, hidden }) => ({
        ...{ id, environment: '', nickname: name, status, owner: null, tags: {}, abstract: false, findings },
        type: dimension === 'type' ? name : dimensionName(dimension),
        members: hidden,
        group: groupOf(id),
      })),
    ],
    dependencies: [
      ...dependencies,
      ...bundles.map(({ from, to, dependencies: held }) => ({
        ...{ from, to, count: held.length },
        ...commonLine(held),
      })),
    ],
  };
}

const svgOf = async (slice: Slice, places: Positions, options: SvgOptions) =>
  renderSvg(slice, await place(slice, places), options);

/** Where it stands on screen, else where the command line would place it, too. */
async function place({ components, dependencies }: Slice, places: Positions): Promise<Positions> {
  if (components.every(({ id }) => places.has(id))) return places;
  const boxes = components.map(({ id, group }) => ({ id, ...CARD, group }));
  return layout({ boxes, arrows: dependencies }, async (inOrder, arrows) => layered(inOrder, arrows));
}
