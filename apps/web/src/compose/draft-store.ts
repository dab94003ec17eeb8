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
import { create } from 'zustand';
import { wasBegunHere } from '../app/composing';
import { changeDraft, forgetDraft, type KeptDraft, readDraft, readDrafts } from './kept-drafts';
import { type Change, OpenDraft } from './open-draft';
import { loadSurroundings, surroundingsOf, useKnown } from './surroundings';

interface DraftState {
  /** The draft that is worked on; `null` while none is open. */
  readonly draft: Draft | null;
  /** The draft that was asked for and that this browser does not keep; `null` when it does. */
  readonly absent: string | null;
  /** All that this browser keeps, the last changed first, as of when they were last listed. */
  readonly kept: readonly KeptDraft[];
  /** Why the last change could not be kept; `null` when it was. */
  readonly failure: Error | null;
}

const CLOSED = { draft: null, absent: null } as const;

/** The drafts of this browser, and the one that is open: the one owner of both. */
export const useDrafts = create<DraftState>(() => ({ ...CLOSED, kept: [], failure: null }));

/** The draft that is worked on. */
export const useDraft = () => useDrafts(({ draft }) => draft);

/** The open one; `null` while none is. */
let open: OpenDraft | null = null;

const showOpen = () => useDrafts.setState({ draft: open?.draft ?? null });

/** Other tabs are told which draft was kept. */
const tabs = new BroadcastChannel('karma-drafts');

tabs.onmessage = ({ data }) => {
  if (open?.draft.id === data) void inTurn(followOpen);
};

async function followOpen(): Promise<void> {
  await open?.follow();
  await loadSurroundings(touched(open?.draft));
}

const touched = (draft: Draft | undefined) => draft?.originals.map(({ id }) => id) ?? [];

async function list(): Promise<void> {
  useDrafts.setState({ kept: await readDrafts() });
}

/** Drafts are written and followed one after the other. */
let writing: Promise<void> = Promise.resolve();

function inTurn(work: () => Promise<void>): Promise<void> {
  writing = writing
    .then(work)
    .then(
      () => null,
      (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
    )
    .then((failure) => {
      useDrafts.setState({ failure });
      showOpen();
    });
  return writing;
}

/** Writes one draft, and says so to the other tabs. */
function write(id: string, work: () => Promise<unknown>): Promise<void> {
  return inTurn(async () => {
    await work();
    tabs.postMessage(id);
  });
}

/** Changes the open draft, on screen at once, and keeps it. @throws what the change throws. */
function change(next: Change): void {
  const changed = open;
  if (!changed) return;
  changed.apply(next);
  showOpen();
  void write(changed.draft.id, () => changed.keep());
}

/** The draft that was asked for last; `null` when it was closed since. */
let wanted: string | null = null;

const inGit = (id: ComponentId) => useKnown.getState().texts.get(id) ?? null;

/** What can be done to the open draft, and to those that are kept. */
export const drafts = {
  list,

  /**
   * Opens a draft that this browser keeps. One that was begun in it and is not kept yet is empty, and kept from its
   * first change on; any other is absent.
   */
  async open(id: string): Promise<void> {
    if (open?.draft.id === id) return;
    useDrafts.setState({ ...CLOSED });
    wanted = id;
    await writing;
    const [kept] = await Promise.all([readDraft(id), list()]);
    const draft = kept?.draft ?? createDraft(id, nameFor(useDrafts.getState().kept));
    await loadSurroundings(touched(draft));
    if (wanted !== id) return;
    if (!kept && !wasBegunHere(id)) return useDrafts.setState({ absent: id });
    open = new OpenDraft(kept ?? { draft, revision: '' }, { read: readDraft, change: changeDraft });
    showOpen();
  },

  close(): void {
    wanted = null;
    open = null;
    useDrafts.setState({ ...CLOSED });
  },

  change,

  /** Keeps a draft beside the open one: imported, duplicated. */
  add: (draft: Draft) => write(draft.id, () => changeDraft(draft.id, () => draft)),

  remove: (id: string) => write(id, () => forgetDraft(id)),

  /**
   * Applies what a command makes of the surroundings, those of `ids` being read before.
   * @throws CommandError of the command; what reading throws.
   */
  async run(ids: readonly ComponentId[], command: (surroundings: Surroundings) => Edit): Promise<void> {
    await loadSurroundings(ids);
    change((draft) => applyEdit(draft, command(surroundingsOf(useKnown.getState(), draft)), inGit));
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
  return draft && surroundingsOf(known, draft);
}
