import { bundleWidth } from './bundle-width';
import { CARD } from './card';
import { arrowOf, isBowed } from './curve';
import { type Frame, framesOf, positionOf } from './frames';
import { groupsOf } from './groups';
import type { Positions } from './positions';
import { ordered, type Slice, type SliceComponent, type SliceDependency } from './slice';
import { hueOf } from './svg/hue';
import { palettes } from './svg/palette';
import { block, escapeXml, tag, type Xml, xmlDocument } from './xml';

const { light } = palettes;

/**
 * A draw.io diagram, uncompressed: cards where the layout put them, each with its facts as properties, arrows
 * attached to them, groups as frames. draw.io turns the colours for its own dark mode.
 */
export function renderDrawio(
  slice: Slice,
  positions: Positions,
  { title }: { readonly title: string },
): string {
  const { components, dependencies } = ordered(slice);
  const cells = [
    tag('mxCell', { id: '0' }),
    tag('mxCell', { id: '1', parent: '0' }),
    ...framesOf(groupsOf(components), positions).flatMap((frame, index) => frameCells(frame, `g${index}`)),
    // What comes first lies below.
    ...dependencies.map((dependency) => arrow(dependency, positions)),
    ...components.map((component) => card(component, positions)),
  ];
  const model = block('mxGraphModel', { grid: 1, gridSize: 10, guides: 1, page: 0, math: 0, shadow: 0 }, [
    block('root', {}, cells),
  ]);
  return xmlDocument(
    block('mxfile', { host: 'Karma' }, [block('diagram', { id: 'karma', name: title }, [model])]),
  );
}

function frameCells({ name, frames, ...rect }: Frame, id: string): Xml[] {
  const style = styleOf({
    rounded: 1,
    arcSize: 14,
    absoluteArcSize: 1,
    html: 0,
    whiteSpace: 'wrap',
    align: 'left',
    verticalAlign: 'top',
    spacing: 10,
    fontStyle: 1,
    fontColor: light.muted,
    fillColor: light.sunken,
    strokeColor: light.lineStrong,
    // A frame does not catch the clicks meant for what lies on it.
    pointerEvents: 0,
  });
  const { x, y, width, height } = rect;
  return [
    block('mxCell', { id, value: name, style, vertex: 1, parent: '1' }, [geometry({ x, y, width, height })]),
    ...frames.flatMap((child, index) => frameCells(child, `${id}.${index}`)),
  ];
}

function card(component: SliceComponent, positions: Positions): Xml {
  const { id, environment, type, nickname, status, owner, findings, members } = component;
  const isMissing = status === 'missing';
  const style = styleOf({
    rounded: 1,
    arcSize: status === 'external' ? 32 : 10,
    absoluteArcSize: 1,
    html: 1,
    whiteSpace: 'wrap',
    overflow: 'hidden',
    align: 'left',
    spacingLeft: 12,
    spacingRight: 8,
    fontSize: 12,
    fontColor: light.text,
    fillColor: isMissing ? light.canvas : light.card,
    strokeColor: isMissing ? light.bad : hueOf(type, light),
    dashed: isMissing ? 1 : 0,
  });
  const count = findings.error + findings.warning + findings.info;
  const words = members === undefined ? type : `${members} ${members === 1 ? 'component' : 'components'}`;
  const facts = [words, status, ...(count === 0 ? [] : [`${count} ${count === 1 ? 'finding' : 'findings'}`])];
  // The label is HTML: escaped once as such, and once more as XML.
  const label = `<b>${escapeXml(nickname)}</b><br>${facts.map(escapeXml).join(' · ')}`;
  const cell = block('mxCell', { style, vertex: 1, parent: '1' }, [
    geometry({ ...positionOf(id, positions), ...CARD }),
  ]);
  const properties = { environment, type, nickname, status, owner: owner ?? undefined };
  return block('object', { label, ...properties, id: cellId(id) }, [cell]);
}

/** From side to side. */
const ACROSS = {
  edgeStyle: 'entityRelationEdgeStyle',
  segment: 32,
  exitX: 1,
  exitY: 0.5,
  entryX: 0,
  entryY: 0.5,
};
/** From below to below. */
const BELOW = { edgeStyle: 'orthogonalEdgeStyle', exitX: 0.5, exitY: 1, entryX: 0.5, entryY: 1 };

function arrow(dependency: SliceDependency, positions: Positions): Xml {
  const { from, to, confidence, ambiguous, count = 1 } = dependency;
  const style = styleOf({
    ...(isBowed(arrowOf(dependency, positions)) ? BELOW : ACROSS),
    curved: 1,
    html: 0,
    endArrow: 'block',
    endSize: 5,
    strokeWidth: bundleWidth(count),
    strokeColor: light.edge,
    dashed: ambiguous || confidence === 'inferred' ? 1 : 0,
    dashPattern: ambiguous ? '1 3' : '6 4',
  });
  const ends = { source: cellId(from), target: cellId(to) };
  const value = count > 1 ? String(count) : undefined;
  return block('mxCell', { id: `${cellId(from)} ${to}`, value, style, edge: 1, parent: '1', ...ends }, [
    tag('mxGeometry', { relative: 1, as: 'geometry' }),
  ]);
}

/** Never one of draw.io's own two ids, nor one of a frame. */
const cellId = (id: string) => `c:${id}`;

const geometry = (rect: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}) => tag('mxGeometry', { ...rect, as: 'geometry' });

const styleOf = (style: Readonly<Record<string, string | number>>) =>
  Object.entries(style)
    .map(([key, value]) => `${key}=${value};`)
    .join('');
