import type { ComponentType } from '../catalog';
import type { Consumes } from '../dependency';
import { CERTAINTIES, type Certainty } from './topology';

/**
 * Outputs of one component that a change reaches, each with how sure that is, as an index into `CERTAINTIES`.
 * Immutable.
 */
export class ChangedOutputs {
  /** @param rest certainty of every output that is not named in `named`; `null` when none else changes. */
  constructor(
    readonly named: ReadonlyMap<string, number>,
    readonly rest: number | null,
  ) {}

  /** How sure it is that a reader of these outputs is reached; `null` when it is not. */
  reach(consumes: Consumes): number | null {
    if (this.named.size === 0) return this.rest;
    if (consumes !== 'all') {
      const ranks = consumes.flatMap((key) => this.named.get(key) ?? this.rest ?? []);
      return ranks.length > 0 ? Math.min(...ranks) : null;
    }
    const ranks = [...this.named.values(), ...(this.rest === null ? [] : [this.rest])];
    if (ranks.length === 0) return null;
    // Which of them it reads cannot be known, unless all of them change.
    return this.rest === null ? Math.max(LIKELY, Math.min(...ranks)) : Math.min(...ranks);
  }

  /** Both, each output as sure as the surer of the two says. */
  with(other: ChangedOutputs): ChangedOutputs {
    const rest = lower(this.rest, other.rest);
    const named = new Map<string, number>();
    for (const key of [...this.named.keys(), ...other.named.keys()]) {
      const rank = lower(this.named.get(key) ?? this.rest, other.named.get(key) ?? other.rest);
      if (rank !== null && rank !== rest) named.set(key, rank);
    }
    return new ChangedOutputs(named, rest);
  }

  /** None surer than `rank`. */
  weakened(rank: number): ChangedOutputs {
    if (rank === 0) return this;
    const named = [...this.named].map(([key, own]) => [key, Math.max(own, rank)] as const);
    return new ChangedOutputs(new Map(named), this.rest === null ? null : Math.max(this.rest, rank));
  }

  equals(other: ChangedOutputs): boolean {
    return (
      this.rest === other.rest &&
      this.named.size === other.named.size &&
      [...this.named].every(([key, rank]) => other.named.get(key) === rank)
    );
  }

  /** Their keys, sorted; `'unknown'` where any output may change and the module does not list them. */
  keys(module: ComponentType | undefined): readonly string[] | 'unknown' {
    if (this.rest === null) return [...this.named.keys()].sort();
    return module?.outputsKnown ? module.outputs.map(({ key }) => key).sort() : 'unknown';
  }
}

/** Index into `CERTAINTIES`. */
export const LIKELY = CERTAINTIES.indexOf('likely');

function lower(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

export const NO_OUTPUT = new ChangedOutputs(new Map(), null);

/** Any output may be another one: the component is new, gone, or nothing is known of its type. */
export function everyOutput(certainty: Certainty): ChangedOutputs {
  return new ChangedOutputs(new Map(), CERTAINTIES.indexOf(certainty));
}
