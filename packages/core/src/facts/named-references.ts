import type { ModuleReference } from '../catalog';
import { expandPattern, type Place, pointerSegments } from '../config/pointer';
import type { Consumes, Evidence } from '../dependency';
import { isSegment } from '../ids';
import type { FactsInput, NamedReference } from './types';

export interface NamedReferences {
  readonly references: readonly NamedReference[];
  /** Places in the config that hold a nickname. */
  readonly pointers: readonly string[];
  /** What the module reads of the component named at a place. */
  readonly consumes: ReadonlyMap<string, Consumes>;
}

export function unionConsumes(a: Consumes | undefined, b: Consumes): Consumes {
  if (a === undefined) return b;
  if (a === 'all' || b === 'all') return 'all';
  return [...new Set([...a, ...b])].sort();
}

function defaultAt(input: FactsInput, pointer: string): unknown {
  return input.module?.keys.find((key) => key.pointer === pointer)?.default;
}

function placesOf(reference: ModuleReference, input: FactsInput): Place[] {
  if (reference.pointer === null) return [{ pointer: '', value: reference.nickname }];
  const { pointer } = reference;
  const isMapKey = pointer.endsWith('/*');
  return expandPattern(input.config, pointerSegments(pointer)).flatMap((place) => {
    const value = place.value === undefined && !isMapKey ? defaultAt(input, pointer) : place.value;
    return Array.isArray(value)
      ? value.map((item, index) => ({ pointer: `${place.pointer}/${index}`, value: item }))
      : [{ pointer: place.pointer, value }];
  });
}

/** Rules 3 and 4: what the type's module does, and what conventions declare. */
export function namedReferences(input: FactsInput): NamedReferences {
  const references: NamedReference[] = [];
  const pointers: string[] = [];
  const consumes = new Map<string, Consumes>();
  const add = (
    types: readonly string[],
    nickname: string,
    evidence: Omit<Evidence, 'claim' | 'crossesEnvironments'>,
  ) =>
    references.push({ types, nickname, evidence: { ...evidence, claim: null, crossesEnvironments: false } });

  for (const reference of input.module?.references ?? []) {
    for (const { pointer, value } of placesOf(reference, input)) {
      if (!isSegment(value)) continue;
      const at = `${reference.at.file}:${reference.at.line}`;
      add([reference.targetType], value, {
        rule: 'module',
        at,
        matched: value,
        consumes: reference.consumes,
      });
      if (reference.pointer === null) continue;
      pointers.push(pointer);
      consumes.set(pointer, unionConsumes(consumes.get(pointer), reference.consumes));
    }
  }
  const { references: declared } = input.conventions;
  for (const { pattern, targetType } of [...(declared.get(input.type) ?? []), ...(declared.get('*') ?? [])]) {
    for (const { pointer, value } of expandPattern(input.config, pattern)) {
      if (!isSegment(value)) continue;
      pointers.push(pointer);
      add([targetType], value, {
        rule: 'convention',
        at: input.at(pointer),
        matched: value,
        consumes: consumes.get(pointer) ?? 'all',
      });
    }
  }
  return { references, pointers, consumes };
}
