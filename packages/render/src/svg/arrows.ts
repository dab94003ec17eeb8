import { bundleWidth } from '../bundle-width';
import { arrowOf, middleOf } from '../curve';
import type { Positions } from '../positions';
import type { SliceDependency } from '../slice';
import { block, tag, type Xml } from '../xml';
import type { Palette } from './palette';
import { round, text } from './parts';

/** How a dependency is drawn. */
export const LINES = ['declared', 'inferred', 'one of several'] as const;
export type Line = (typeof LINES)[number];

export function lineOf({ confidence, ambiguous }: SliceDependency): Line {
  return ambiguous ? 'one of several' : confidence;
}

const DASHES: Readonly<Record<Line, string | undefined>> = {
  declared: undefined,
  inferred: '6 4',
  'one of several': '1.5 4',
};

const HEAD = 'karma-arrow';

export function arrowhead(palette: Palette): Xml {
  const size = { viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 9, markerHeight: 9 };
  return block('marker', { id: HEAD, ...size, markerUnits: 'userSpaceOnUse', orient: 'auto' }, [
    tag('path', { d: 'M1 1.5 9 5 1 8.5Z', fill: palette.edge }),
  ]);
}

interface Path {
  readonly d: string;
  /** Dependencies of a bundle. */
  readonly count?: number | undefined;
}

/** Paths as arrows of one kind. */
export function arrows(line: Line, paths: readonly Path[], palette: Palette): Xml {
  const style = {
    fill: 'none',
    stroke: palette.edge,
    'stroke-width': 1.5,
    'stroke-dasharray': DASHES[line],
    'stroke-linecap': line === 'one of several' ? 'round' : undefined,
  };
  return block(
    'g',
    style,
    paths.map(({ d, count = 1 }) =>
      tag('path', {
        d,
        'stroke-width': count > 1 ? round(bundleWidth(count)) : undefined,
        'marker-end': `url(#${HEAD})`,
      }),
    ),
  );
}

/** How many dependencies a bundle holds, in its middle. */
export function bundleCount(edge: SliceDependency, positions: Positions, palette: Palette): Xml[] {
  const { count = 1 } = edge;
  if (count === 1) return [];
  const { x, y } = middleOf(arrowOf(edge, positions));
  const border = { stroke: palette.canvas, 'stroke-width': 4, 'stroke-linejoin': 'round' };
  return [
    block('g', { ...border, 'paint-order': 'stroke' }, [
      text(String(count), {
        x: round(x),
        y: round(y + 4),
        size: 12,
        colour: palette.muted,
        isBold: true,
        anchor: 'middle',
      }),
    ]),
  ];
}
