import type { Severity } from '@karma/core';
import type { SliceComponent } from '../slice';
import { tag, type Xml } from '../xml';
import type { Palette } from './palette';
import { round, text } from './parts';
import { textWidth } from './text';

const SIZE = 10;
const HEIGHT = 17;

export function badgeWidth(count: number): number {
  return Math.max(18, Math.ceil(textWidth(String(count), SIZE, true)) + 10);
}

/** The worst of the findings decides how the badge looks. */
export function worstOf({ error, warning }: SliceComponent['findings']): Severity {
  return error > 0 ? 'error' : warning > 0 ? 'warning' : 'info';
}

/** A number of findings, its middle left at `x`, `y`: square for errors, round for warnings, hollow for notes. */
export function badge(count: number, severity: Severity, x: number, y: number, palette: Palette): Xml[] {
  const colour = { error: palette.bad, warning: palette.warn, info: palette.info }[severity];
  const isHollow = severity === 'info';
  const width = badgeWidth(count);
  return [
    tag('rect', {
      x: round(x),
      y: round(y - HEIGHT / 2),
      width,
      height: HEIGHT,
      rx: severity === 'error' ? 4 : HEIGHT / 2,
      fill: isHollow ? palette.card : colour,
      stroke: isHollow ? colour : palette.canvas,
      'stroke-width': isHollow ? 1.5 : 2,
    }),
    text(String(count), {
      x: x + width / 2,
      y: y + SIZE * 0.36,
      size: SIZE,
      colour: isHollow ? colour : palette.card,
      isBold: true,
      anchor: 'middle',
    }),
  ];
}
