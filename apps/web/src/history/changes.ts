import type { RevisionDetail } from '../api/types';

type ComponentChange = RevisionDetail['components'][number];

export type ChangeKind = 'added' | 'changed' | 'removed';

/** What became of an element. */
export function changeKind(change: { readonly before: unknown; readonly after: unknown }): ChangeKind {
  if (change.before === null) return 'added';
  return change.after === null ? 'removed' : 'changed';
}

const KINDS: readonly ChangeKind[] = ['added', 'changed', 'removed'];

/** Changes with their kind: added first, then changed, then removed; the order within stays. */
export const byKind = <T extends { readonly before: unknown; readonly after: unknown }>(
  changes: readonly T[],
) =>
  KINDS.flatMap((kind) =>
    changes.filter((change) => changeKind(change) === kind).map((change) => ({ kind, change })),
  );

/** What changed on a card, in words: `declared → published`. `content` where nothing on the card tells. */
export function cardDifference({ before, after }: ComponentChange): string {
  if (!before || !after) return (after ?? before)?.status ?? '';
  if (before.status !== after.status) return `${before.status} → ${after.status}`;
  if (before.owner !== after.owner) return `owner ${before.owner ?? 'none'} → ${after.owner ?? 'none'}`;
  return 'content';
}
