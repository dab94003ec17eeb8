import type { TreeItem } from './tree-items';

/** What a key does in a tree. */
export type TreeMove =
  | { readonly kind: 'go'; readonly key: string }
  | { readonly kind: 'toggle'; readonly key: string }
  | { readonly kind: 'expand-all'; readonly keys: readonly string[] }
  | { readonly kind: 'choose'; readonly item: TreeItem };

/** The keys of the tree pattern of WAI-ARIA; letters stay shortcuts. `null`: the key means nothing here. */
export function treeMove(key: string, items: readonly TreeItem[], active: string): TreeMove | null {
  const at = items.findIndex((item) => item.key === active);
  const item = items[at];
  if (!item) return null;
  const go = (target: TreeItem | undefined): TreeMove | null =>
    target ? { kind: 'go', key: target.key } : null;
  switch (key) {
    case 'ArrowDown':
      return go(items[at + 1]);
    case 'ArrowUp':
      return go(items[at - 1]);
    case 'Home':
      return go(items[0]);
    case 'End':
      return go(items.at(-1));
    case 'ArrowRight':
      if (item.isExpanded) return go(items[at + 1]);
      return item.isBranch ? { kind: 'toggle', key: item.key } : null;
    case 'ArrowLeft':
      if (item.isExpanded) return { kind: 'toggle', key: item.key };
      return item.parent === null ? null : { kind: 'go', key: item.parent };
    case '*': {
      const siblings = items.filter(({ parent, isBranch }) => parent === item.parent && isBranch);
      return { kind: 'expand-all', keys: siblings.map((sibling) => sibling.key) };
    }
    case 'Enter':
    case ' ':
      return { kind: 'choose', item };
    default:
      return null;
  }
}
