import { tag, type Xml } from '../xml';

/** At most one digit after the point. */
export const round = (value: number) => Math.round(value * 10) / 10;

export interface TextStyle {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export function text(content: string, { x, y, size, colour, isBold, isItalic, anchor }: TextStyle): Xml {
  return tag(
    'text',
    {
      x: round(x),
      y: round(y),
      'font-size': size,
      fill: colour,
      'font-weight': isBold ? 600 : undefined,
      'font-style': isItalic ? 'italic' : undefined,
      'text-anchor': anchor,
    },
    content,
  );
}

/** A symbol of the picture, in a square of this size. */
export function use(id: string, x: number, y: number, size: number): Xml {
  return tag('use', { href: `#${id}`, x: round(x), y: round(y), width: size, height: size });
}
