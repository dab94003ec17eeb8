import { isEqual } from '../collections/equal';
import { canonicalJson, entriesOf } from '../config/json';
import type { Expectation } from './assertion';

/** An expectation in words: `at least 7`, `one of "a", "b"`. */
export function expectationText(expectation: Expectation): string {
  const { equals, oneOf, matches, atLeast, atMost, absent } = expectation;
  return [
    absent ? 'not set' : null,
    equals === undefined ? null : canonicalJson(equals),
    oneOf ? `one of ${oneOf.map(canonicalJson).join(', ')}` : null,
    matches === undefined ? null : `matching ${matches}`,
    atLeast === undefined ? null : `at least ${atLeast}`,
    atMost === undefined ? null : `at most ${atMost}`,
  ]
    .filter((part) => part !== null)
    .join(' and ');
}

/** @param value `undefined` where nothing is set. */
export function isAsExpected(value: unknown, expectation: Expectation): boolean {
  if (value === undefined) return expectation.absent === true || expectation.optional === true;
  const { equals, oneOf, matches, atLeast, atMost, absent } = expectation;
  if (absent) return false;
  const size = sizeOf(value);
  return (
    (equals === undefined || isEqual(value, equals)) &&
    (oneOf === undefined || oneOf.some((allowed) => isEqual(value, allowed))) &&
    (matches === undefined || new RegExp(matches).test(textOf(value))) &&
    (atLeast === undefined || (size !== null && size >= atLeast)) &&
    (atMost === undefined || (size !== null && size <= atMost))
  );
}

/** Terraform converts between strings and numbers; so does this. */
function sizeOf(value: unknown): number | null {
  if (typeof value === 'object' && value !== null) return entriesOf(value).length;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}
