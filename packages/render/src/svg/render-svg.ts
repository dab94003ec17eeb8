import { arrowOf, svgPathOf } from '../curve';
import { around, cardsOf, type Frame, framesOf, positionOf } from '../frames';
import { groupsOf } from '../groups';
import type { Positions } from '../positions';
import { componentCount, ordered, type Slice } from '../slice';
import { block, tag, type Xml, xmlDocument } from '../xml';
import { arrowhead, arrows, bundleCount, LINES, lineOf } from './arrows';
import { drawCard } from './draw-card';
import { legend } from './legend';
import { type Palette, palettes, type Theme } from './palette';
import { round, text } from './parts';
import { symbols } from './symbols';
import { fitText } from './text';

export interface SvgOptions {
  readonly theme: Theme;
  readonly title: string;
}

const MARGIN = 32;
const HEADER = 64;
/** Narrower pictures are widened, for the title and the legend. */
const MIN_WIDTH = 560;
const FONTS = 'Inter, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/**
 * The slice as a picture that needs nothing from outside: title, cards, arrows, frames of groups, legend. Positions
 * are those of cards of the size `CARD`. Takes up as many pixels as it was laid out for.
 * @throws RangeError when a component has no position.
 */
export function renderSvg(slice: Slice, positions: Positions, { theme, title }: SvgOptions): string {
  const palette = palettes[theme];
  const sorted = ordered(slice);
  const { components, dependencies } = sorted;
  const groups = groupsOf(components);
  const frames = framesOf(groups, positions);
  const content = around([...cardsOf(components, positions), ...frames]);
  const inner = Math.max(MIN_WIDTH, content.width);
  const key = legend(sorted, inner, palette);
  const width = Math.ceil(inner + 2 * MARGIN);
  const legendTop = HEADER + MARGIN + content.height + MARGIN;
  const height = Math.ceil(legendTop + key.height + MARGIN / 2);
  const facts = describe(sorted);
  const kinds = LINES.map((line) => ({ line, all: dependencies.filter((edge) => lineOf(edge) === line) }));
  const picture = [
    ...drawFrames(frames, palette),
    ...kinds.flatMap(({ line, all }) =>
      all.length === 0
        ? []
        : [
            arrows(
              line,
              all.map((edge) => ({ d: svgPathOf(arrowOf(edge, positions)), count: edge.count })),
              palette,
            ),
          ],
    ),
    ...drawFrameNames(frames, palette),
    ...components.map((component) => drawCard(component, positionOf(component.id, positions), palette)),
    ...dependencies.flatMap((edge) => bundleCount(edge, positions, palette)),
  ];
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const names = { role: 'img', 'aria-labelledby': 'karma-title karma-desc', 'font-family': FONTS };
  return xmlDocument(
    block('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, ...names }, [
      tag('title', { id: 'karma-title' }, title),
      tag('desc', { id: 'karma-desc' }, `${facts}. An arrow leads from a component to what it depends on.`),
      block('defs', {}, [arrowhead(palette), ...symbols(components, palette)]),
      tag('rect', { width, height, fill: palette.canvas }),
      ...fitText(title, { size: 20, room: inner, lines: 1, isBold: true }).map((line) =>
        text(line, { x: MARGIN, y: 42, size: 20, colour: palette.text, isBold: true }),
      ),
      text(facts, { x: MARGIN, y: 64, size: 13, colour: palette.muted }),
      block(
        'g',
        { transform: `translate(${round(MARGIN - content.x)} ${round(HEADER + MARGIN - content.y)})` },
        picture,
      ),
      block('g', { transform: `translate(${MARGIN} ${legendTop})` }, [key.xml]),
    ]),
  );
}

function drawFrames(frames: readonly Frame[], palette: Palette): Xml[] {
  return frames.flatMap(({ x, y, width, height, frames: inner }) => [
    tag('rect', { x, y, width, height, rx: 14, fill: palette.sunken, stroke: palette.lineStrong }),
    ...drawFrames(inner, palette),
  ]);
}

/** Above the arrows, with a border of the ground's colour against them. */
function drawFrameNames(frames: readonly Frame[], palette: Palette): Xml[] {
  const border = {
    stroke: palette.sunken,
    'stroke-width': 5,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  };
  return frames.flatMap(({ name, count, x, y, width, frames: inner }) => [
    ...fitText(`${name} · ${count}`, { size: 15, room: width - 40, lines: 1, isBold: true }).map((line) =>
      block('g', border, [
        text(line, { x: x + 20, y: y + 28, size: 15, colour: palette.muted, isBold: true }),
      ]),
    ),
    ...drawFrameNames(inner, palette),
  ]);
}

function describe({ components, dependencies }: Slice): string {
  const findings = components.reduce((sum, { findings: f }) => sum + f.error + f.warning + f.info, 0);
  const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
  return [
    counted(componentCount(components), 'component', 'components'),
    counted(
      dependencies.reduce((sum, { count = 1 }) => sum + count, 0),
      'dependency',
      'dependencies',
    ),
    ...(findings === 0 ? [] : [counted(findings, 'finding', 'findings')]),
  ].join(', ');
}
