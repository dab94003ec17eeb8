import { CARD } from '../card';
import type { SliceComponent } from '../slice';
import { categoryOf } from '../type-category';
import { block, tag, type Xml } from '../xml';
import { badge, badgeWidth, worstOf } from './badge';
import { STATUS_GLYPHS } from './glyphs';
import { hueOf } from './hue';
import type { Palette } from './palette';
import { text, use } from './parts';
import { categorySymbol, statusSymbol } from './symbols';
import { fitText, textWidth } from './text';

const TEXT_X = 54;
const ROOM = CARD.width - TEXT_X - 10;
const SMALL = 12;

/** One component, or a pile of those in a shut group, as the canvas of the web app shows it from near. */
export function drawCard(
  component: SliceComponent,
  { x, y }: { readonly x: number; readonly y: number },
  palette: Palette,
): Xml {
  const { id, type, nickname, status, abstract, findings, members } = component;
  const isMissing = status === 'missing';
  const count = findings.error + findings.warning + findings.info;
  const border = { 'stroke-width': 1, 'stroke-dasharray': isMissing ? '4 3' : undefined };
  const fill = isMissing ? palette.canvas : status === 'external' ? palette.sunken : palette.card;
  const name = nameLines(nickname);
  const [firstBaseline, typeBaseline, factsBaseline] = name.lines.length > 1 ? [17, 44, 58] : [21, 38, 54];
  const words = members === undefined ? type : `${members} ${members === 1 ? 'component' : 'components'}`;
  const typeText = abstract ? `${type} · base` : words;
  return block('g', { transform: `translate(${x} ${y})` }, [
    tag(
      'title',
      {},
      [id, status, ...(count > 0 ? [`${count} ${count === 1 ? 'finding' : 'findings'}`] : [])].join(', '),
    ),
    ...(members === undefined ? [] : pile(palette)),
    tag('rect', {
      width: CARD.width,
      height: CARD.height,
      rx: status === 'external' ? 32 : 10,
      fill,
      stroke: isMissing ? palette.bad : palette.lineStrong,
      ...border,
    }),
    tag('rect', {
      x: 12,
      y: 16,
      width: 32,
      height: 32,
      rx: 8,
      fill: hueOf(type, palette),
      'fill-opacity': 0.12,
    }),
    use(categorySymbol(categoryOf(type)), 19, 23, 18),
    ...name.lines.map((line, index) =>
      text(line, {
        x: TEXT_X,
        y: firstBaseline + index * 13.5,
        size: name.size,
        colour: isMissing ? palette.muted : palette.text,
        isBold: true,
        isItalic: isMissing,
      }),
    ),
    ...fitText(typeText, { size: SMALL, room: ROOM, lines: 1 }).map((line) =>
      text(line, { x: TEXT_X, y: typeBaseline, size: SMALL, colour: palette.muted }),
    ),
    ...facts(component, factsBaseline, palette),
    ...(count > 0 ? badge(count, worstOf(findings), CARD.width - 10 - badgeWidth(count), 2, palette) : []),
  ]);
}

/** What shows below the card of a shut group. */
const pile = (palette: Palette): Xml[] =>
  [2, 1].map((level) =>
    tag('rect', {
      x: 2 * level,
      y: 4 * level,
      width: CARD.width - 4 * level,
      height: CARD.height,
      rx: 10,
      fill: palette.card,
      stroke: palette.lineStrong,
    }),
  );

function facts({ status, owner }: SliceComponent, y: number, palette: Palette): Xml[] {
  const ownerRoom = ROOM - 17 - textWidth(status, SMALL) - 8;
  const ownerText =
    owner === null || ownerRoom < 24 ? [] : fitText(owner, { size: SMALL, room: ownerRoom, lines: 1 });
  return [
    use(statusSymbol(status), TEXT_X, y - 11, 13),
    text(status, { x: TEXT_X + 17, y, size: SMALL, colour: palette[STATUS_GLYPHS[status].colour] }),
    ...ownerText.map((line) =>
      text(line, { x: CARD.width - 10, y, size: SMALL, colour: palette.muted, anchor: 'end' }),
    ),
  ];
}

/** In one line where it fits, else smaller in two. */
function nameLines(nickname: string): { readonly lines: string[]; readonly size: number } {
  if (textWidth(nickname, 14, true) <= ROOM) return { lines: [nickname], size: 14 };
  return { lines: fitText(nickname, { size: SMALL, room: ROOM, lines: 2, isBold: true }), size: SMALL };
}
