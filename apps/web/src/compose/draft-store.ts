import type { ComponentId } from '@karma/core';
import {
  applyEdit,
  createDraft,
  type Draft,
  type Edit,
  goTo,
  redo,
  type Surroundings,
  undo,
} from '@karma/editor';
import { useMemo } from 'react';
import { create } from 'zustand';
import { forgetDraft, type KeptDraft, keepDraft, readDraft, readDrafts } from './kept-drafts';
import { loadSurroundings, surroundingsOf, useKnown } from './surroundings';

interface DraftState {
  /** The draft that is worked on; `null` while none is open. */
  readonly draft: Draft | null;
  /** All that this browser keeps, the last changed first. */
  readonly kept: readonly KeptDraft[];
  /** Why the last change could not be kept; `null` when it was. */
  readonly failure: Error | null;
}

/** The drafts of this browser, and the one that is open: the one owner of both. */
export const useDrafts = create<DraftState>(() => ({ draft: null, kept: [], failure: null }));

/** The draft that is worked on. */
export const useDraft = () => useDrafts(({ draft }) => draft);

/** Other tabs are told which draft was kept, so that none writes over what another did. */
const tabs = new BroadcastChannel('karma-drafts');

tabs.onmessage = async ({ data }) => {
  const isOpen = () => useDrafts.getState().draft?.id === data;
  const theirs = isOpen() ? await readDraft(String(data)) : undefined;
  if (theirs && isOpen()) useDrafts.setState({ draft: theirs });
  await list();
};

async function list(): Promise<void> {
  useDrafts.setState({ kept: await readDrafts() });
}

/** Writes happen one after the other, so that the last change is what is kept. */
let writing: Promise<void> = Promise.resolve();

function write(id: string, work: () => Promise<void>): Promise<void> {
  writing = writing
    .then(work)
    .then(list)
    .then(() => {
      useDrafts.setState({ failure: null });
      tabs.postMessage(id);
    })
    .catch((reason: unknown) => {
      useDrafts.setState({ failure: reason instanceof Error ? reason : new Error(String(reason)) });
    });
  return writing;
}

/** Replaces the open draft, and keeps it. */
function put(draft: Draft): void {
  if (draft === useDrafts.getState().draft) return;
  useDrafts.setState({ draft });
  void write(draft.id, () => keepDraft(draft));
}

function change(next: (draft: Draft) => Draft): void {
  const { draft } = useDrafts.getState();
  if (draft) put(next(draft));
}

const inGit = (id: ComponentId) => useKnown.getState().texts.get(id) ?? null;

/** What can be done to the open draft, and to those that are kept. */
export const drafts = {
  list,

  /** Opens a draft that this browser keeps, else an empty one of that id, which is kept from its first change on. */
  async open(id: string): Promise<void> {
    if (useDrafts.getState().draft?.id === id) return;
    const [kept] = await Promise.all([readDraft(id), list()]);
    const draft = kept ?? createDraft(id, nameFor(useDrafts.getState().kept), {});
    await loadSurroundings(draft.originals.map((original) => original.id));
    useDrafts.setState({ draft });
  },

  close: () => useDrafts.setState({ draft: null }),

  /** Replaces the open draft as a whole: renamed, rebased. */
  put,

  /** Keeps a draft beside the open one: imported, duplicated. */
  add: (draft: Draft) => write(draft.id, () => keepDraft(draft)),

  remove: (id: string) => write(id, () => forgetDraft(id)),

  /**
   * Applies what a command makes of the surroundings, those of `ids` being read before.
   * @throws CommandError of the command; what reading throws.
   */
  async run(ids: readonly ComponentId[], command: (surroundings: Surroundings) => Edit): Promise<void> {
    await loadSurroundings(ids);
    const { draft } = useDrafts.getState();
    if (draft) put(applyEdit(draft, command(surroundingsOf(useKnown.getState(), draft)), inGit));
  },

  undo: () => change(undo),
  redo: () => change(redo),
  goTo: (position: number) => change((draft) => goTo(draft, position)),
};

function nameFor(kept: readonly KeptDraft[]): string {
  const taken = new Set(kept.map(({ draft }) => draft.name));
  let number = 1;
  while (taken.has(`Draft ${number}`)) number += 1;
  return `Draft ${number}`;
}

/** What the editor looks things up in now, with the open draft applied; `null` while none is open. */
export function currentSurroundings(): Surroundings | null {
  const { draft } = useDrafts.getState();
  return draft && surroundingsOf(useKnown.getState(), draft);
}

/** What the editor looks things up in, with the open draft applied; `null` while none is open. */
export function useSurroundings(): Surroundings | null {
  const known = useKnown();
  const draft = useDraft();
  return useMemo(() => draft && surroundingsOf(known, draft), [known, draft]);
}
