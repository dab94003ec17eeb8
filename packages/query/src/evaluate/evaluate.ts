import { type ComponentId, reach, shortestPath, stepCertainty } from '@karma/core';
import type { NameTerm, Query, Span, UsesTerm } from '../ast';
import { nearestName } from '../nearest-word';
import type { QueryContext, QueryRow } from './context';
import { testField } from './test-field';
import { testPart, testWhole } from './wildcard';

/** What a query found. */
export interface QueryAnswer {
  /** Sorted. */
  readonly ids: readonly ComponentId[];
  /** Names in the query that no component has: the rest was answered without them. */
  readonly unknown: readonly UnknownName[];
}

/** `nearest` is the name that was probably meant, as exact as what was written. */
export interface UnknownName extends Span {
  readonly name: string;
  readonly nearest: string | null;
}

/** By ordinal: 1 where the component is in. */
type Members = Uint8Array;

/** The components that a query is about. Costs a few passes over all of them, and what its traversals reach. */
export function evaluate(query: Query, context: QueryContext): QueryAnswer {
  const evaluation = new Evaluation(context);
  const members = evaluation.members(query);
  const ids = Array.from(ordinals(members), (ordinal) => context.topology.id(ordinal));
  return { ids: ids.sort(), unknown: evaluation.unknown };
}

class Evaluation {
  readonly unknown: UnknownName[] = [];
  readonly #context: QueryContext;

  constructor(context: QueryContext) {
    this.#context = context;
  }

  members(query: Query): Members {
    switch (query.kind) {
      case 'all':
        return this.#where(() => true);
      case 'and':
        return this.#fold(query.terms, (into, from) => into & from);
      case 'or':
        return this.#fold(query.terms, (into, from) => into | from);
      case 'not': {
        const members = this.members(query.term);
        return this.#where((_row, ordinal) => members[ordinal] === 0);
      }
      case 'word': {
        const test = testPart(query.pattern);
        return this.#where(({ id }) => test(id));
      }
      case 'name':
        return this.#named(query);
      case 'field':
        return this.#where(testField(query, this.#context));
      case 'reach':
        return this.#reach(query);
      case 'path':
        return this.#path(query);
      case 'uses':
        return this.#uses(query);
    }
  }

  #where(test: (row: QueryRow, ordinal: number) => boolean): Members {
    const members = this.#none();
    for (let ordinal = 0; ordinal < members.length; ordinal++) {
      const row = this.#context.row(ordinal);
      if (row && test(row, ordinal)) members[ordinal] = 1;
    }
    return members;
  }

  #none(): Members {
    return new Uint8Array(this.#context.topology.capacity);
  }

  #fold(terms: readonly Query[], combine: (into: number, from: number) => number): Members {
    const [first = this.#none(), ...rest] = terms.map((term) => this.members(term));
    for (const members of rest)
      for (const [ordinal, isMember] of members.entries())
        first[ordinal] = combine(first[ordinal] ?? 0, isMember);
    return first;
  }

  #named({ pattern, span }: Pick<NameTerm, 'pattern' | 'span'>): Members {
    const test = testWhole(pattern);
    const slashes = pattern.text.split('/').length - 1;
    const nameOf = ({ id, type, nickname }: QueryRow) =>
      slashes === 0 ? nickname : slashes === 1 ? `${type}/${nickname}` : id;
    const members = this.#where((row) => test(nameOf(row)));
    if (!members.includes(1)) {
      const names = Array.from({ length: members.length }, (_, ordinal) => this.#context.row(ordinal));
      const nearest = nearestName(
        pattern.text,
        names.flatMap((row) => (row ? nameOf(row) : [])),
      );
      this.unknown.push({ ...span, name: pattern.text, nearest });
    }
    return members;
  }

  #reach({ of, upstream, downstream }: Extract<Query, { kind: 'reach' }>): Members {
    const { topology } = this.#context;
    const members = this.members(of);
    const starts = [...ordinals(members)];
    const walk = (depth: number | null, next: (ordinal: number) => readonly number[]) => {
      if (depth === null) return;
      for (const ordinal of reach(topology, { starts, next, depth }).order) members[ordinal] = 1;
    };
    walk(upstream, (ordinal) => topology.upstream(ordinal));
    walk(downstream, (ordinal) => topology.downstream(ordinal));
    return members;
  }

  #path({ from, to }: Extract<Query, { kind: 'path' }>): Members {
    const { topology } = this.#context;
    const idsOf = (query: Query) =>
      Array.from(ordinals(this.members(query)), (ordinal) => topology.id(ordinal));
    const members = this.#none();
    for (const id of shortestPath(topology, idsOf(from), idsOf(to))?.ids ?? [])
      members[topology.ordinal(id) ?? -1] = 1;
    return members;
  }

  #uses({ name, output, span }: UsesTerm): Members {
    const { topology } = this.#context;
    const providers = this.#named({ pattern: name, span });
    const members = providers.slice();
    for (const provider of ordinals(providers))
      for (const consumer of topology.downstream(provider)) {
        const certainty = stepCertainty(topology.link(consumer, provider), output?.text);
        if (certainty !== null) members[consumer] = 1;
      }
    return members;
  }
}

function* ordinals(members: Members): Generator<number> {
  for (let ordinal = members.indexOf(1); ordinal !== -1; ordinal = members.indexOf(1, ordinal + 1))
    yield ordinal;
}
