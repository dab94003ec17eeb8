import { SEVERITIES, STATUSES } from '@karma/core';
import type { Slice } from '../slice';
import { block, type Xml } from '../xml';
import { arrows, LINES, lineOf } from './arrows';
import { badge, badgeWidth, worstOf } from './badge';
import type { Palette } from './palette';
import { text, use } from './parts';
import { statusSymbol } from './symbols';
import { textWidth } from './text';

const SIZE = 12;
const LINE_HEIGHT = 24;
const GAP = 22;

interface Item {
  readonly words: string;
  /** Of the mark, with the space to its words. */
  readonly width: number;
  readonly draw: (x: number, y: number) => Xml[];
}

export interface Legend {
  readonly height: number;
  /** With its upper left corner at the origin. */
  readonly xml: Xml;
}

/** What the lines and marks mean that the slice uses, in rows of at most this width. */
export function legend(slice: Slice, width: number, palette: Palette): Legend {
  let x = 0;
  let y = LINE_HEIGHT / 2;
  const parts = itemsOf(slice, palette).flatMap(({ words, width: markWidth, draw }) => {
    const itemWidth = markWidth + textWidth(words, SIZE);
    if (x > 0 && x + itemWidth > width) {
      x = 0;
      y += LINE_HEIGHT;
    }
    const left = x;
    x += itemWidth + GAP;
    return [
      ...draw(left, y),
      text(words, { x: left + markWidth, y: y + SIZE * 0.36, size: SIZE, colour: palette.muted }),
    ];
  });
  return { height: parts.length === 0 ? 0 : y + LINE_HEIGHT / 2, xml: block('g', {}, parts) };
}

function itemsOf({ components, dependencies }: Slice, palette: Palette): Item[] {
  const lines = new Set(dependencies.map(lineOf));
  const statuses = new Set(components.map(({ status }) => status));
  const worst = new Set(
    components
      .filter(({ findings }) => findings.error + findings.warning + findings.info > 0)
      .map(({ findings }) => worstOf(findings)),
  );
  return [
    ...LINES.filter((line) => lines.has(line)).map((line) => ({
      words: line === 'declared' ? 'depends on, declared' : line,
      width: 42,
      draw: (x: number, y: number) => [arrows(line, [{ d: `M${x} ${y}H${x + 34}` }], palette)],
    })),
    ...STATUSES.filter((status) => statuses.has(status)).map((status) => ({
      words: status,
      width: 18,
      draw: (x: number, y: number) => [use(statusSymbol(status), x, y - 6.5, 13)],
    })),
    ...SEVERITIES.filter((severity) => worst.has(severity)).map((severity) => ({
      words: { error: 'findings, some errors', warning: 'findings, some warnings', info: 'notes' }[severity],
      width: badgeWidth(1) + 6,
      draw: (x: number, y: number) => badge(1, severity, x, y, palette),
    })),
  ];
}
