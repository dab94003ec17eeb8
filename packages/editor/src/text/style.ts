import type { Node } from 'jsonc-parser';

/** How a JSON text is laid out, as far as new lines in it must look alike. */
export interface TextStyle {
  /** One level of indentation; empty in a text of one line. */
  readonly indent: string;
  readonly eol: '\n' | '\r\n';
  /** What stands between a key and its value. */
  readonly colon: string;
}

export const DEFAULT_STYLE: TextStyle = { indent: '  ', eol: '\n', colon: ': ' };

/** The white space that the line of `offset` begins with. */
export function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** Whether the children of an object or list stand on lines of their own. */
export function isSpread(text: string, node: Node): boolean {
  const first = node.children?.[0];
  return first === undefined || text.slice(node.offset, first.offset).includes('\n');
}

/** Reads the style from a text's own lines; where it shows none, as most configs are written. */
export function styleOf(text: string): TextStyle {
  const colon = /"\s*(:[ \t]*)(?=\S)/.exec(text)?.[1] ?? DEFAULT_STYLE.colon;
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? DEFAULT_STYLE.indent;
  return { indent, eol: text.includes('\r\n') ? '\r\n' : '\n', colon };
}

/** JSON of a value that begins on a line indented by `base`; all on one line when it stands among others on one. */
export function render(value: unknown, style: TextStyle, base: string, isOneLine = false): string {
  if (!isOneLine) {
    return JSON.stringify(value, null, style.indent).replaceAll('\n', style.eol + base);
  }
  return style.colon === ':' ? JSON.stringify(value) : onOneLine(value);
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
