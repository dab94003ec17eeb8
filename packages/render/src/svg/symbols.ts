import type { Status } from '@karma/core';
import type { SliceComponent } from '../slice';
import { type Category, categoryOf } from '../type-category';
import { block, tag, type Xml } from '../xml';
import { CATEGORY_GLYPHS, STATUS_GLYPHS } from './glyphs';
import { hueOf } from './hue';
import type { Palette } from './palette';

export const statusSymbol = (status: Status) => `karma-status-${status}`;
export const categorySymbol = (category: Category) => `karma-type-${category}`;

/** The glyphs that the components need, each once. */
export function symbols(components: readonly SliceComponent[], palette: Palette): Xml[] {
  const statuses = new Set(components.map(({ status }) => status));
  const types = new Map(components.map(({ type }) => [categoryOf(type), type]));
  return [
    ...[...types].sort().map(([category, type]) => {
      const line = tag('path', { d: CATEGORY_GLYPHS[category] });
      return symbol(categorySymbol(category), hueOf(type, palette), 1.75, [line]);
    }),
    ...[...statuses].sort().map((status) => {
      const { path, filled, colour, lineColour = colour, dashes } = STATUS_GLYPHS[status];
      return symbol(statusSymbol(status), palette[lineColour], 2.5, [
        ...(filled ? [tag('path', { d: filled, fill: palette[colour], stroke: 'none' })] : []),
        tag('path', { d: path, 'stroke-dasharray': dashes, 'stroke-linecap': dashes ? 'butt' : undefined }),
      ]);
    }),
  ];
}

function symbol(id: string, stroke: string, width: number, children: readonly Xml[]): Xml {
  const line = {
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  return block('symbol', { id, viewBox: '0 0 24 24', ...line }, children);
}
