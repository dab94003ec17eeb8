import { wellFormed } from './well-formed';

/** A piece of XML that is whole: made by `tag` or `block`, its text escaped. */
export class Xml {
  constructor(readonly text: string) {}
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Left as they are, a parser would make spaces of them.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
  // Parsers that follow XML 1.1 make line breaks of these.
  '\u0085': '&#x85;',
  '\u2028': '&#x2028;',
  '\u2029': '&#x2029;',
};

/** Text as it may stand in an element or attribute; what XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return wellFormed(text).replace(/[&<>"'\t\n\r\u0085\u2028\u2029]/g, (mark) => ENTITIES[mark] ?? mark);
}

/** An element on one line; strings among the children are text. Attributes that are undefined are left out. */
export function tag(name: string, attributes: Attributes, ...children: readonly (Xml | string)[]): Xml {
  const content = children.map((child) => (child instanceof Xml ? child.text : escapeXml(child))).join('');
  return new Xml(
    content === '' ? `<${open(name, attributes)}/>` : `<${open(name, attributes)}>${content}</${name}>`,
  );
}

/** An element with each child on a line of its own. */
export function block(name: string, attributes: Attributes, children: readonly Xml[]): Xml {
  const lines = children.map(({ text }) => `${text}\n`).join('');
  return new Xml(`<${open(name, attributes)}>\n${lines}</${name}>`);
}

/** A whole document. */
export function xmlDocument({ text }: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

function open(name: string, attributes: Attributes): string {
  return Object.entries(attributes).reduce(
    (all, [key, value]) => (value === undefined ? all : `${all} ${key}="${escapeXml(String(value))}"`),
    name,
  );
}
