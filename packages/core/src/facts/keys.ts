import type { CompiledConventions } from '../compile-conventions';

const SNAKE_CASE = /^[a-z0-9]+(?:_[a-z0-9]+)*$/;

/** `Route53-ZoneName` → `route53_zone_name`. */
export function snakeCase(key: string): string {
  if (SNAKE_CASE.test(key)) return key;
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
}

function lastWord(key: string): string {
  const word = key.slice(key.lastIndexOf('_') + 1);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function hasWords(key: string, words: string): boolean {
  const start = key.indexOf(words);
  if (start < 0) return false;
  const end = start + words.length;
  const isWhole = (start === 0 || key[start - 1] === '_') && (end === key.length || key[end] === '_');
  return isWhole || `_${key}_`.includes(`_${words}_`);
}

/**
 * Whether the value of a key (in snake case) may name a component at all: it says whose name it is, as `cluster_name`
 * does and `name` does not, or it holds a word that conventions give a type.
 */
export function mayName(key: string, conventions: CompiledConventions): boolean {
  if (conventions.plainKeys.has(key)) return false;
  if (key.includes('_') && conventions.identityWords.has(lastWord(key))) return true;
  for (const word of conventions.typeWords.keys()) if (hasWords(key, word)) return true;
  return false;
}

/** Whether a key (in snake case) names a type: by its own words, or by a word that conventions give it. */
export function namesType(key: string, type: string, conventions: CompiledConventions): boolean {
  if (hasWords(key, snakeCase(type))) return true;
  for (const [word, named] of conventions.typeWords) if (named === type && hasWords(key, word)) return true;
  return false;
}

/** Whether a consumer's key is a provider's, perhaps with words before it: `parent_zone_name` names `zone_name`. */
export function namesKey(key: string, claimed: string): boolean {
  return claimed.includes('_') && (key === claimed || key.endsWith(`_${claimed}`));
}
