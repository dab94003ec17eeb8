import { NONE, orNone } from '../collections/none';
import { isObject, type JsonObject } from '../config/json';
import { expandPattern, pointerSegments, valueAt } from '../config/pointer';
import { isSegment } from '../ids';
import { namedReferences } from './named-references';
import { schemaProblems } from './schema';
import type { AliasName, Claim, Facts, FactsInput } from './types';
import { normaliseValue, valueKind } from './values';
import { walkConfig } from './walk-config';

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
