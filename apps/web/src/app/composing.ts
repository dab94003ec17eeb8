import type { ComponentId } from '@karma/core';
import { create } from 'zustand';
import type { ViewParams } from './search-params';
import type { ViewPatch } from './view';

/** What compose mode can do for the rest of the page while a draft is open. */
export interface Composing {
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Takes away what is selected. */
  readonly remove: (sel: string) => void;
  /** Goes to the ports of what is selected, from where keys connect it. */
  readonly connect: () => void;
  /** Follows a card that people move, at a point of the screen, and takes it where it is let go. */
  readonly carryCard: (id: ComponentId, at: { readonly x: number; readonly y: number }) => void;
  readonly dropCard: (id: ComponentId, at: { readonly x: number; readonly y: number }) => void;
}

/** `null` until a draft is open. */
export const useComposing = create<{ composing: Composing | null }>(() => ({ composing: null }));

/** The draft that was worked on last in this browser. */
const LAST = 'karma.draft';

/** An id for a new draft, for the URL. */
export const newDraftId = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), toBase36).join('');
const toBase36 = (byte: number) => (byte % 36).toString(36);

/** Works on a draft: the last one unless told otherwise. The canvas is the present's, as a map. */
export function composeIn(id: string = localStorage.getItem(LAST) ?? newDraftId()): ViewPatch {
  localStorage.setItem(LAST, id);
  return { draft: id, at: undefined, as: undefined, panel: 'palette' };
}

/** Whether a draft is the one that this browser worked on last, kept already or not. */
export const wasBegunHere = (id: string) => localStorage.getItem(LAST) === id;

export const LEAVE_DRAFT = { draft: undefined, panel: undefined } satisfies ViewPatch;

export const isComposing = ({ draft }: ViewParams) => draft !== undefined;
