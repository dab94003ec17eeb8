import { type ComponentId, componentIdSchema } from '@karma/core';
import { applyEdit, createDraft, type Draft } from '@karma/editor';
import type { Page } from '@playwright/test';

/** What to make of a component's text, which is `null` where there is none. */
export type Change = readonly [id: string, edit: (text: string | null) => string | null];

/**
 * A draft as the app makes them.
 * @param inGit the text of a component's config.
 */
export function draftOf(
  id: string,
  name: string,
  changes: readonly Change[],
  inGit: (id: ComponentId) => string | null,
): Draft {
  return changes.reduce(
    (draft, [component, edit]) => {
      const target = componentIdSchema.parse(component);
      const files = new Map([[target, edit(inGit(target))]]);
      return applyEdit(draft, { label: `Edit ${component}`, files }, inGit);
    },
    createDraft(id, name),
  );
}

/** Keeps a draft in the browser, where the app looks for it. Open a page of the app first. */
export async function keepDraft(page: Page, draft: Draft): Promise<void> {
  await page.evaluate(
    (kept) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('karma-drafts');
        opening.onupgradeneeded = () => opening.result.createObjectStore('drafts');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('drafts', 'readwrite');
          transaction.objectStore('drafts').put(kept, kept.draft.id);
          transaction.onerror = () => reject(transaction.error);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    { changedAt: new Date().toISOString(), draft },
  );
}
