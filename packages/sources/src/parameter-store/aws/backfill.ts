import { type SourceProblem, SourceUnavailableError } from '../../source';
import { later } from '../parameter-file';
import type { Observed, Progress, Range } from '../progress';
import { inOrder, type Step, versionStep } from '../steps';
import type { PastVersion } from './api';
import type { Place } from './news';

/** About how many versions become history together. */
const VERSIONS_A_CHUNK = 5000;

interface Past {
  readonly name: string;
  /** The life that the missing versions belong to. */
  readonly life: number;
  readonly missing: readonly Range[];
  readonly versions: readonly PastVersion[];
}

type Read = { readonly past: readonly Past[] } | { readonly problem: SourceProblem };

interface Reading {
  readonly end: Promise<Read>;
  hasEnded: boolean;
}

/** What was read of the past, oldest first, and how far it brings its parameters; or what keeps it from being read. */
export type Chunk =
  | {
      readonly steps: readonly Step[];
      readonly reached: ReadonlyMap<string, Observed>;
      readonly problem: null;
    }
  | { readonly problem: SourceProblem };

/**
 * Reads the versions that were never observed, many parameters at a time. What a cursor calls missing is read again
 * after a restart; what was taken in is not.
 */
export class Backfill {
  readonly #place: Place;
  #reading: Reading | undefined;

  constructor(place: Place) {
    this.#place = place;
  }

  /**
   * Yields a chunk if one was read, and begins with the next: it is read while the caller does other things.
   * @param progress as it is when a chunk is asked for.
   * @param waits whether to wait for the first.
   */
  async *take(progress: Progress, waits: boolean, signal?: AbortSignal): AsyncGenerator<Chunk> {
    for (let mayWait = waits; ; mayWait = false) {
      this.#reading ??= this.#begin(progress, signal);
      const reading = this.#reading;
      if (!reading || !(mayWait || reading.hasEnded)) return;
      const read = await reading.end;
      this.#reading = undefined;
      signal?.throwIfAborted();
      if ('problem' in read) {
        yield read;
        return;
      }
      yield this.#chunk(read.past, progress);
    }
  }

  #begin(progress: Progress, signal: AbortSignal | undefined): Reading | undefined {
    const wanted = [...progress].filter(
      ([, { missing, deletedAt }]) => missing.length > 0 && deletedAt === '',
    );
    if (wanted.length === 0) return undefined;
    const reading: Reading = {
      hasEnded: false,
      end: this.#read(wanted, signal)
        .then((past) => ({ past }), problemOf)
        .finally(() => {
          reading.hasEnded = true;
        }),
    };
    return reading;
  }

  async #read(wanted: readonly (readonly [string, Observed])[], signal?: AbortSignal): Promise<Past[]> {
    const { api, secrets } = this.#place;
    const past: Past[] = [];
    let count = 0;
    for (const [name, { life, missing }] of wanted) {
      const versions = await api.history(name, secrets.decrypts(name), signal);
      past.push({ name, life, missing, versions });
      count += versions.length;
      if (count >= VERSIONS_A_CHUNK) break;
    }
    return past;
  }

  #chunk(read: readonly Past[], progress: Progress): Chunk {
    const reached = new Map<string, Observed>();
    const steps: Step[] = [];
    for (const past of read) {
      const observed = progress.get(past.name);
      if (observed?.life !== past.life) continue;
      const isRead = ([from, to]: Range) =>
        past.missing.some((range) => range[0] === from && range[1] === to);
      const after = { ...observed, missing: observed.missing.filter((range) => !isRead(range)) };
      reached.set(past.name, after);
      steps.push(...this.#steps(past, after));
    }
    return { steps: inOrder(steps), reached, problem: null };
  }

  #steps({ name, missing, versions }: Past, reached: Observed): Step[] {
    const { placement, secrets } = this.#place;
    const isMissing = (version: number) => missing.some(([from, to]) => from <= version && version <= to);
    const oldest = versions[0]?.version ?? 1;
    let at = '';
    return versions
      .filter(({ version, date }) => isMissing(version) && date <= reached.writtenAt)
      .map(({ version, type, date, principal, value }) => {
        at = later(date, at);
        const seen = { name, version, at, principal, parameter: secrets.content(name, type, value) };
        const step = versionStep(placement, seen, reached);
        const isTruncated = version === oldest && version > 1;
        const message = isTruncated ? `Parameter Store keeps no version before ${version}` : '';
        return { ...step, facts: { ...step.facts, message, isPast: true } };
      });
  }
}

/** What else may go wrong is no less a problem of the past alone: what is now was read. */
function problemOf(cause: unknown): { readonly problem: SourceProblem } {
  const { reason, remedy } =
    cause instanceof SourceUnavailableError
      ? cause
      : { reason: 'The answer of GetParameterHistory was not understood.', remedy: 'Please report it.' };
  return {
    problem: {
      file: 'history of the parameters',
      line: null,
      reason,
      remedy: `${remedy} Until then, history begins with what was there first.`,
    },
  };
}
