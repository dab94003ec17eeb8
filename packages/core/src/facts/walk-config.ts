import { entriesOf, isObject, type JsonObject } from '../config/json';
import { joinPointer, pointerSegments } from '../config/pointer';
import type { Consumes, Rule } from '../dependency';
import { isSegment } from '../ids';
import { embeddedKeys } from './embedded-text';
import { mayName, snakeCase } from './keys';
import { parseParameterName } from './parameter-path';
import type { Candidate, FactsInput, NamedReference, ParameterReference } from './types';
import { normaliseValue, valueKind } from './values';

const NICKNAME = /^(.+)_nicknames?$/;

interface Known {
  readonly consumes: ReadonlyMap<string, Consumes>;
  /** Places that need no second look for values. */
  readonly taken: ReadonlySet<string>;
}

interface Walked {
  readonly references: readonly NamedReference[];
  readonly parameters: readonly ParameterReference[];
  readonly candidates: readonly Candidate[];
}

/** Rules 1 and 2, texts with declared keys, and the values that rule 5 looks at: one pass over a config. */
export function walkConfig(input: FactsInput, known: Known): Walked {
  const references: NamedReference[] = [];
  const parameters: ParameterReference[] = [];
  const candidates: Candidate[] = [];
  const { conventions, prefix, at } = input;
  const tagsKey = conventions.tagsPointer?.split('/').at(-1);

  const refer = (
    types: readonly string[],
    nickname: string,
    pointer: string,
    rule: Rule,
    matched: string,
    consumes: Consumes,
  ) =>
    references.push({
      types,
      nickname,
      evidence: { rule, at: at(pointer), matched, consumes, claim: null, crossesEnvironments: false },
    });

  /** Types that `<words>_nickname` may mean, the likelier first. */
  const typesOf = (words: string, siblings: JsonObject): readonly string[] => {
    const paired = siblings[`${words}_type`];
    if (isSegment(paired)) return [paired];
    return conventions.typesNamed(words);
  };

  const visitPath = (text: string, pointer: string): boolean => {
    const name = parseParameterName(text, prefix);
    if (name === null) return false;
    if (name.kind === 'auxiliary') {
      parameters.push({ path: text, at: at(pointer) });
    } else {
      const consumes = name.kind === 'runtime' && name.key !== null ? [name.key] : 'all';
      refer([name.type], name.nickname, pointer, 'path', text, consumes);
    }
    return true;
  };

  const visitText = (text: string, key: string, pointer: string): void => {
    if (text.startsWith('/') && visitPath(text, pointer)) return;
    if (known.taken.has(pointer)) return;
    for (const found of embeddedKeys(text, conventions.textKeys)) {
      const type = conventions.textKeys.get(found.key);
      if (type !== undefined) refer([type], found.value, pointer, 'convention', found.value, 'all');
    }
    const snake = snakeCase(key);
    const kind = valueKind(text, mayName(snake, conventions));
    if (kind === null) return;
    candidates.push({ value: normaliseValue(text), matched: text, kind, key: snake, at: at(pointer) });
  };

  const visitNicknames = (value: unknown, types: readonly string[], pointer: string, rule: Rule): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visitNicknames(item, types, `${pointer}/${index}`, rule);
    } else if (isSegment(value)) {
      refer(types, value, pointer, rule, value, known.consumes.get(pointer) ?? 'all');
    } else if (typeof value === 'string') {
      visitPath(value, pointer);
    }
  };

  const visit = (value: unknown, key: string, pointer: string): void => {
    if (typeof value === 'string') visitText(value, key, pointer);
    if (typeof value !== 'object' || value === null) return;
    for (const [childKey, child] of entriesOf(value)) {
      const place = joinPointer(pointer, childKey);
      if (isIgnored(place, conventions.ignore)) continue;
      if (!isObject(value)) {
        visit(child, key, place);
        continue;
      }
      if (childKey === tagsKey) continue;
      const [, words] = childKey.includes('_nickname') ? (NICKNAME.exec(childKey) ?? []) : [];
      const textType = conventions.textKeys.get(childKey);
      if (words !== undefined) visitNicknames(child, typesOf(words, value), place, 'nickname');
      else if (textType !== undefined) visitNicknames(child, [textType], place, 'convention');
      else visit(child, childKey, place);
    }
  };
  visit(input.config, '', '');
  return { references, parameters, candidates };
}

function isIgnored(pointer: string, ignore: readonly (readonly string[])[]): boolean {
  if (ignore.length === 0) return false;
  const segments = pointerSegments(pointer);
  return ignore.some(
    (pattern) =>
      pattern.length === segments.length &&
      pattern.every((part, index) => part === '*' || part === segments[index]),
  );
}
