import { pointerSegments } from '@karma/core';
import { type Node, parseTree } from 'jsonc-parser';
import { UneditableTextError } from './errors';

/** Where a pointer leads in a text: to a node, or to the last node on the way and the keys that are missing below. */
export interface Location {
  readonly root: Node;
  /** The node at the pointer, or the deepest on the way to it. */
  readonly node: Node;
  /** Keys below `node` that are not there; none when the pointer leads to `node`. */
  readonly missing: readonly string[];
}

/** The child under a key or index. Of two keys that are alike the last counts, as it does for every reader. */
function childOf(node: Node, key: string): Node | undefined {
  if (node.type === 'array') return /^\d+$/.test(key) ? node.children?.[Number(key)] : undefined;
  if (node.type !== 'object') return undefined;
  return node.children?.findLast(({ children }) => children?.[0]?.value === key)?.children?.[1];
}

/** @throws UneditableTextError when the text is not one JSON object. */
export function locate(text: string, pointer: string): Location {
  let isJson = true;
  try {
    JSON.parse(text);
  } catch {
    isJson = false;
  }
  const root = isJson ? parseTree(text) : undefined;
  if (root?.type !== 'object') throw new UneditableTextError(pointer, 'the text is not one JSON object.');
  let node = root;
  const segments = pointerSegments(pointer);
  for (const [index, key] of segments.entries()) {
    const child = childOf(node, key);
    if (!child) return { root, node, missing: segments.slice(index) };
    node = child;
  }
  return { root, node, missing: [] };
}
