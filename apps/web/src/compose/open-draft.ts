import type { Draft } from '@karma/editor';
import type { KeptDraft } from './kept-drafts';

/** Something that is done to a draft, whatever it holds by then. */
export type Change = (draft: Draft) => Draft;

/** Where the drafts of all tabs are kept. */
export interface Keeper {
  read(id: string): Promise<KeptDraft | undefined>;
  /** Reads and writes in one go. */
  change(id: string, next: (kept: KeptDraft | undefined) => Draft): Promise<KeptDraft>;
}

/**
 * A draft that several tabs may work on. What is done to it is on screen at once, and kept on top of what the other
 * tabs did meanwhile, so that nothing of either is lost. One of `keep` and `follow` at a time.
 */
export class OpenDraft {
  #shown: Draft;
  #revision: string;
  /** Shown, and not kept yet. */
  readonly #pending: Change[] = [];
  readonly #keeper: Keeper;

  constructor({ draft, revision }: Pick<KeptDraft, 'draft' | 'revision'>, keeper: Keeper) {
    this.#shown = draft;
    this.#revision = revision;
    this.#keeper = keeper;
  }

  /** As it is on screen. */
  get draft(): Draft {
    return this.#shown;
  }

  /** @throws what the change throws; the draft is then as it was. */
  apply(change: Change): void {
    const changed = change(this.#shown);
    if (changed === this.#shown) return;
    this.#shown = changed;
    this.#pending.push(change);
  }

  /**
   * Keeps what was done. What could not be written is tried again the next time.
   * @throws why something cannot be done to what another tab made of the draft: that is left out.
   */
  async keep(): Promise<void> {
    const batch = [...this.#pending];
    if (batch.length === 0) return;
    const shown = this.#shown;
    const failures: unknown[] = [];
    const kept = await this.#keeper.change(shown.id, (stored) =>
      !stored || stored.revision === this.#revision ? shown : replay(stored.draft, batch, failures),
    );
    this.#pending.splice(0, batch.length);
    this.#take(kept, shown);
    if (failures.length > 0) throw failures[0];
  }

  /** Takes over what another tab did. */
  async follow(): Promise<void> {
    const kept = await this.#keeper.read(this.#shown.id);
    if (kept && kept.revision !== this.#revision) this.#take(kept, null);
  }

  /** @param own what this tab gave to be kept. */
  #take({ draft, revision }: KeptDraft, own: Draft | null): void {
    this.#revision = revision;
    if (draft !== own) this.#shown = replay(draft, this.#pending, []);
  }
}

function replay(draft: Draft, changes: readonly Change[], failures: unknown[]): Draft {
  return changes.reduce((before, change) => {
    try {
      return change(before);
    } catch (failure) {
      failures.push(failure);
      return before;
    }
  }, draft);
}
