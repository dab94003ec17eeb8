import type { ComponentType } from '../catalog';
import { NONE, orNone } from '../collections/none';
import type { CompiledConventions } from '../compile-conventions';
import { isObject, type JsonObject } from '../config/json';
import { expandPattern, pointerSegments, valueAt } from '../config/pointer';
import type { Evidence } from '../dependency';
import { isSegment } from '../ids';
import { namedReferences } from './named-references';
import { type SchemaProblem, schemaProblems } from './schema';
import type { ValueKind } from './values';
import { normaliseValue, valueKind } from './values';
import { walkConfig } from './walk-config';

/** A place that names another component. */
export interface NamedReference {
  /** In the order in which they are tried; more than one where `_` in a key may stand for `-` or for itself. */
  readonly types: readonly string[];
  readonly nickname: string;
  readonly evidence: Evidence;
}

/** A place that names a parameter which is no component's. */
export interface ParameterReference {
  readonly path: string;
  readonly at: string;
}

/** A value that may come from another component. */
export interface Candidate {
  readonly value: string;
  readonly matched: string;
  readonly kind: ValueKind;
  /** The key that holds it, in snake case. */
  readonly key: string;
  readonly at: string;
}

/** A value that a component is known by. */
export interface Claim {
  readonly value: string;
  /** The output or identifying key. */
  readonly key: string;
  readonly kind: ValueKind;
  /** An identifying key rather than an output. */
  readonly identifying: boolean;
}

/** A nickname under which a component publishes too. */
export interface AliasName {
  readonly type: string;
  readonly nickname: string;
}

/** Everything that one effective config says by itself. */
export interface Facts {
  readonly references: readonly NamedReference[];
  readonly parameters: readonly ParameterReference[];
  readonly candidates: readonly Candidate[];
  readonly claims: readonly Claim[];
  readonly aliases: readonly AliasName[];
  readonly problems: readonly SchemaProblem[];
  readonly owner: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

export interface FactsInput {
  /** The effective config. */
  readonly config: JsonObject;
  readonly type: string;
  /** What its module offers, where there is one. */
  readonly module: ComponentType | undefined;
  readonly conventions: CompiledConventions;
  /** Of the Parameter Store. */
  readonly prefix: string;
  /** Place of a pointer as evidence names it, `<path>#<pointer>`. */
  readonly at: (pointer: string) => string;
}

export const NO_FACTS: Facts = {
  references: NONE,
  parameters: NONE,
  candidates: NONE,
  claims: NONE,
  aliases: NONE,
  problems: NONE,
  owner: null,
  tags: {},
};

function tagsOf(config: JsonObject, pointer: string | null): Record<string, string> {
  const tags = pointer === null ? undefined : valueAt(config, pointer);
  if (!isObject(tags)) return {};
  return Object.fromEntries(
    Object.entries(tags).flatMap(([key, value]) =>
      typeof value === 'object' ? [] : [[key, String(value)] as const],
    ),
  );
}

function ownerOf(config: JsonObject, pointers: readonly string[]): string | null {
  for (const pointer of pointers) {
    const owner = valueAt(config, pointer);
    if (typeof owner === 'string' && owner !== '') return owner;
  }
  return null;
}

function identifyingClaims(
  config: JsonObject,
  patterns: readonly (readonly string[])[],
): { pointer: string; claim: Claim }[] {
  return patterns.flatMap((pattern) =>
    expandPattern(config, pattern).flatMap(({ pointer, value }) => {
      if (typeof value !== 'string') return [];
      const kind = valueKind(value, true);
      if (kind === null) return [];
      const key = pattern.findLast((segment) => segment !== '*') ?? '';
      return [{ pointer, claim: { value: normaliseValue(value), key, kind, identifying: true } }];
    }),
  );
}

function aliasesOf({ config, type, module, conventions }: FactsInput): AliasName[] {
  const declared = conventions.aliases.get(type);
  const sources = module?.aliases ?? (declared === undefined ? [] : [{ type, pointer: declared }]);
  return sources.flatMap((source) =>
    expandPattern(config, pointerSegments(source.pointer)).flatMap(({ value }) =>
      isObject(value)
        ? Object.keys(value)
            .filter(isSegment)
            .map((nickname) => ({ type: source.type, nickname }))
        : [],
    ),
  );
}

/**
 * Finds the references, claims and problems of one effective config (design, section 6, rules 1 to 5). Looks at
 * nothing else, so that the answer holds for as long as config, module and conventions do.
 */
export function facts(input: FactsInput): Facts {
  const { config, type, module, conventions } = input;
  const identifying = identifyingClaims(config, conventions.identifyingKeys.get(type) ?? []);
  const named = namedReferences(input);
  const walked = walkConfig(input, {
    consumes: named.consumes,
    taken: new Set([...named.pointers, ...identifying.map(({ pointer }) => pointer)]),
  });
  return {
    references: orNone([...walked.references, ...named.references]),
    parameters: orNone(walked.parameters),
    candidates: orNone(walked.candidates),
    claims: orNone(identifying.map(({ claim }) => claim)),
    aliases: orNone(aliasesOf(input)),
    problems: module ? orNone(schemaProblems(config, module)) : NONE,
    owner: ownerOf(config, conventions.ownerPointers),
    tags: tagsOf(config, conventions.tagsPointer),
  };
}
