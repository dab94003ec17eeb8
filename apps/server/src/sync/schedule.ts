/** What is cheap to look at may be looked at often while it fails, too. */
const MAX_BACKOFF_PACES = 8;
const MAX_BACKOFF_MS = 60_000;

interface Turn {
  readonly nextAt: number;
  readonly failures: number;
}

/**
 * When each source is asked next: at its own pace while all is well, ever more seldom while it fails, at once when it
 * is known to hold something new. Times are milliseconds of the epoch.
 */
export class Schedule {
  readonly #turns = new Map<string, Turn>();
  /** Known to hold something new, and not asked since. */
  readonly #nudged = new Set<string>();
  readonly #random: () => number;

  /** @param random 0 to 1: spreads the attempts of many processes. */
  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  isDue(source: string, now: number): boolean {
    return this.nextAt(source) <= now;
  }

  /** 0 when it was never asked, or is to be asked at once. */
  nextAt(source: string): number {
    return this.#nudged.has(source) ? 0 : (this.#turns.get(source)?.nextAt ?? 0);
  }

  /** It holds something new, even if it is being asked right now. */
  nudge(source: string): void {
    this.#nudged.add(source);
  }

  /** It is being asked. */
  begin(source: string): void {
    this.#nudged.delete(source);
  }

  /** It was asked. */
  end(source: string, { ok, everyMs, now }: { ok: boolean; everyMs: number; now: number }): void {
    const failures = ok ? 0 : (this.#turns.get(source)?.failures ?? 0) + 1;
    this.#turns.set(source, { failures, nextAt: now + (ok ? everyMs : this.#backoff(failures, everyMs)) });
  }

  /** Between half of and the whole of a time that doubles with each failure. */
  #backoff(failures: number, everyMs: number): number {
    const longest = Math.max(2 * everyMs, Math.min(MAX_BACKOFF_PACES * everyMs, MAX_BACKOFF_MS));
    const full = Math.min(everyMs * 2 ** Math.min(failures, 16), longest);
    return (full * (1 + this.#random())) / 2;
  }
}
