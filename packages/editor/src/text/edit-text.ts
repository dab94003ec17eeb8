import { isEqual } from '@karma/core';
import { getNodeValue, type Node } from 'jsonc-parser';
import { UneditableTextError } from './errors';
import { locate } from './locate';
import { indentationAt, isSpread, render, styleOf } from './style';

/** The text with the bytes from `start` to `end` replaced. */
function spliced(text: string, start: number, end: number, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/**
 * Sets one value in the text of a config, and leaves every other byte as it is: key order, indentation, line ends and
 * the final newline stay. A new key comes last in its object; objects missing on the way are made, also in place of
 * `null`; an index one past the end of a list appends.
 * @param pointer JSON Pointer (RFC 6901), not of the root.
 * @param value any JSON value.
 * @throws UneditableTextError when the text is not one JSON object, or something else than an object or list stands
 *   on the way.
 */
export function setValue(text: string, pointer: string, value: unknown): string {
  const { node, missing } = locate(text, pointer);
  const [key, ...deeper] = missing;
  const nested = deeper.reduceRight<unknown>((inner, segment) => ({ [segment]: inner }), value);
  if (key === undefined || node.type === 'null') {
    const whole = key === undefined ? value : { [key]: nested };
    if (isEqual(getNodeValue(node), whole)) return text;
    const holder = holderOf(node);
    const isOneLine =
      holder !== undefined &&
      !isSpread(text, holder) &&
      !text.slice(node.offset, node.offset + node.length).includes('\n');
    const rendered = render(whole, styleOf(text), indentationAt(text, node.offset), isOneLine);
    return spliced(text, node.offset, node.offset + node.length, rendered);
  }
  if (node.type !== 'object' && node.type !== 'array')
    throw new UneditableTextError(pointer, `a ${node.type} stands where ${key} should go below it.`);
  if (node.type === 'array' && key !== String(node.children?.length ?? 0))
    throw new UneditableTextError(pointer, `the list has no place ${key}.`);
  return inserted(text, node, key, nested);
}

/** The object or list that a value stands in. */
function holderOf(node: Node): Node | undefined {
  return node.parent?.type === 'property' ? node.parent.parent : node.parent;
}

function inserted(text: string, parent: Node, key: string, value: unknown): string {
  const style = styleOf(text);
  const label = parent.type === 'object' ? `${JSON.stringify(key)}${style.colon}` : '';
  const last = parent.children?.at(-1);
  if (!last) {
    const base = indentationAt(text, parent.offset);
    const inner = base + style.indent;
    const [open, close] = parent.type === 'object' ? '{}' : '[]';
    const body = `${open}${style.eol}${inner}${label}${render(value, style, inner)}${style.eol}${base}${close}`;
    return spliced(text, parent.offset, parent.offset + parent.length, body);
  }
  const end = last.offset + last.length;
  if (!isSpread(text, parent)) {
    const gap = style.colon === ':' ? ',' : ', ';
    return spliced(text, end, end, `${gap}${label}${render(value, style, '', true)}`);
  }
  const indentation = indentationAt(text, last.offset);
  return spliced(text, end, end, `,${style.eol}${indentation}${label}${render(value, style, indentation)}`);
}

/**
 * Removes one value from the text of a config with its key, and leaves every other byte as it is. What is not there
 * needs no removing.
 * @throws UneditableTextError when the text is not one JSON object.
 */
export function removeValue(text: string, pointer: string): string {
  const { root, node, missing } = locate(text, pointer);
  if (missing.length > 0 || node === root) return text;
  const holder = holderOf(node);
  const entry = node.parent?.type === 'property' ? node.parent : node;
  const siblings = holder?.children ?? [];
  const index = siblings.indexOf(entry);
  const before = siblings[index - 1];
  const after = siblings[index + 1];
  const end = entry.offset + entry.length;
  if (before) return removeValueAgain(spliced(text, before.offset + before.length, end, ''), pointer, node);
  if (after) return removeValueAgain(spliced(text, entry.offset, after.offset, ''), pointer, node);
  return holder ? spliced(text, holder.offset + 1, holder.offset + holder.length - 1, '') : text;
}

/** A key written twice is removed twice: else its first value would come to light. A list's items move up. */
function removeValueAgain(text: string, pointer: string, removed: Node): string {
  return removed.parent?.type === 'property' ? removeValue(text, pointer) : text;
}
