import { z } from 'zod';
import { ADAGE } from './adage';
import type { Assertion } from './assertions/assertion';
import { pointerSegments } from './config/pointer';
import { type Conventions, conventionsSchema } from './conventions';

type Verdict = Conventions['edges'][number];

/** Conventions in the shape in which facts are looked up. */
export interface CompiledConventions {
  /** Consumer type (or `*`) → patterns of nicknames. */
  readonly references: ReadonlyMap<string, readonly { pattern: readonly string[]; targetType: string }[]>;
  readonly identifyingKeys: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Words in `snake_case` → type. */
  readonly typeWords: ReadonlyMap<string, string>;
  /** Types that words in a key may name, the likelier first; the same list each time. */
  typesNamed(words: string): readonly string[];
  readonly textKeys: ReadonlyMap<string, string>;
  readonly textTypes: ReadonlySet<string>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly identityWords: ReadonlySet<string>;
  readonly plainKeys: ReadonlySet<string>;
  readonly ownerPointers: readonly string[];
  readonly tagsPointer: string | null;
  readonly ignore: readonly (readonly string[])[];
  /** Type (or `*`) → what must hold for its components. */
  readonly assertions: ReadonlyMap<string, readonly Assertion[]>;
  /** Consumer id (or `<type>/<nickname>`) → verdicts. */
  readonly verdicts: ReadonlyMap<string, readonly Verdict[]>;
}

export type ParsedConventions =
  | { readonly ok: true; readonly conventions: Conventions }
  | { readonly ok: false; readonly reason: string };

/** Reads a team's `karma.conventions.json`. */
export function parseConventions(text: string): ParsedConventions {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
  const parsed = conventionsSchema.safeParse(value);
  return parsed.success
    ? { ok: true, conventions: parsed.data }
    : { ok: false, reason: z.prettifyError(parsed.error) };
}

/** The shipped conventions with a team's over them: maps by key, the team's wins; lists add up. */
function merge(own: Conventions): Conventions {
  return {
    references: { ...ADAGE.references, ...own.references },
    identifyingKeys: { ...ADAGE.identifyingKeys, ...own.identifyingKeys },
    typeWords: { ...ADAGE.typeWords, ...own.typeWords },
    textKeys: { ...ADAGE.textKeys, ...own.textKeys },
    textTypes: [...ADAGE.textTypes, ...own.textTypes],
    aliases: { ...ADAGE.aliases, ...own.aliases },
    identityWords: [...ADAGE.identityWords, ...own.identityWords],
    plainKeys: [...ADAGE.plainKeys, ...own.plainKeys],
    ownerPointers: [...own.ownerPointers, ...ADAGE.ownerPointers],
    tagsPointer: own.tagsPointer ?? ADAGE.tagsPointer,
    ignore: [...ADAGE.ignore, ...own.ignore],
    assertions: { ...ADAGE.assertions, ...own.assertions },
    edges: own.edges,
  };
}

function group<T>(pairs: Iterable<readonly [string, T]>): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, value] of pairs) {
    const list = groups.get(key);
    if (list) list.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function namesOfTypes(typeWords: Readonly<Record<string, string>>): (words: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (words) => {
    const before = known.get(words);
    if (before) return before;
    const declared = Object.hasOwn(typeWords, words) ? typeWords[words] : undefined;
    const types = [...new Set([words.replaceAll('_', '-'), words, ...(declared ? [declared] : [])])];
    known.set(words, types);
    return types;
  };
}

/** @param own a team's conventions, or `null` for the shipped ones alone. */
export function compileConventions(own: Conventions | null): CompiledConventions {
  const all = own ? merge(own) : ADAGE;
  return {
    references: group(
      Object.entries(all.references).map(([place, targetType]) => {
        const colon = place.indexOf(':');
        return [
          place.slice(0, colon),
          { pattern: pointerSegments(place.slice(colon + 1)), targetType },
        ] as const;
      }),
    ),
    identifyingKeys: new Map(
      Object.entries(all.identifyingKeys).map(([type, pointers]) => [type, pointers.map(pointerSegments)]),
    ),
    typeWords: new Map(Object.entries(all.typeWords)),
    typesNamed: namesOfTypes(all.typeWords),
    textKeys: new Map(Object.entries(all.textKeys)),
    textTypes: new Set(all.textTypes),
    aliases: new Map(Object.entries(all.aliases)),
    identityWords: new Set(all.identityWords),
    plainKeys: new Set(all.plainKeys),
    ownerPointers: all.ownerPointers,
    tagsPointer: all.tagsPointer ?? null,
    ignore: all.ignore.map(pointerSegments),
    assertions: new Map(Object.entries(all.assertions)),
    verdicts: group(all.edges.map((edge) => [edge.from, edge] as const)),
  };
}
