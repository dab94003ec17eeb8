import type { FieldTerm, Operator } from '../ast';
import { parseMoment } from '../moment';
import type { QueryContext, QueryRow } from './context';
import type { Leaf, Leaves } from './leaves';
import { type Test, testWhole } from './wildcard';

type RowTest = (row: QueryRow, ordinal: number) => boolean;

/** What a field term asks of one component. `!=` asks for a value and that none is the one given. */
export function testField(term: FieldTerm, context: QueryContext): RowTest {
  const { field, value, operator } = term;
  if (field === 'changed') return testChanged(term, context.now);
  if (field === 'config') return testLeaves(term, (ordinal) => context.config(ordinal));
  if (field === 'output') return testLeaves(term, (ordinal) => context.outputs(ordinal));
  if (field === 'tag') return testTag(term);
  const test = operator === ':' ? testWhole(value) : (text: string) => text === value.text;
  const valuesOf = VALUES[field];
  if (operator === '!=') return (row) => none(valuesOf(row), test);
  return (row) => valuesOf(row).some(test);
}

const VALUES: Readonly<
  Record<
    Exclude<FieldTerm['field'], 'changed' | 'config' | 'output' | 'tag'>,
    (row: QueryRow) => readonly string[]
  >
> = {
  env: ({ environment }) => [environment],
  type: ({ type }) => [type],
  name: ({ nickname }) => [nickname],
  owner: ({ owner }) => (owner === null ? [] : [owner]),
  status: ({ status }) => [status],
  placement: ({ placements }) => placements,
  finding: ({ findings }) => findings.map(({ kind }) => kind),
  severity: ({ findings }) => findings.map(({ severity }) => severity),
  is: ({ status, abstract }) => [status, ...(abstract ? ['abstract'] : [])],
  has: ({ findings, owner }) => [
    ...(findings.length > 0 ? ['findings'] : []),
    ...(owner === null ? [] : ['owner']),
  ],
};

function none(values: readonly string[], test: Test): boolean {
  return values.length > 0 && !values.some(test);
}

function testTag({ key, operator, value }: FieldTerm): RowTest {
  const isKey = testWhole({ text: key ?? '', isQuoted: false });
  const test = operator === ':' ? testWhole(value) : (text: string) => text === value.text;
  return ({ tags }) => {
    const values = Object.keys(tags).flatMap((name) => (isKey(name) ? (tags[name] ?? []) : []));
    return operator === '!=' ? none(values, test) : values.some(test);
  };
}

function testChanged({ operator, value: { text } }: FieldTerm, now: number): RowTest {
  const moment = parseMoment(text);
  if (!moment) return () => false;
  if (moment.kind === 'age') {
    const isWithin = (age: number) => age <= moment.age;
    return ({ changedAt }) => changedAt !== null && compare(now - changedAt, operator, moment.age, isWithin);
  }
  // After a day is after the end of it.
  const { from, last } = moment;
  const bound = operator === '>' || operator === '<=' ? last : from;
  const isIn = (at: number) => at >= from && at <= last;
  return ({ changedAt }) => changedAt !== null && compare(changedAt, operator, bound, isIn);
}

function compare(
  left: number,
  operator: Operator,
  right: number,
  equals: (left: number) => boolean,
): boolean {
  if (operator === '>') return left > right;
  if (operator === '>=') return left >= right;
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  return equals(left) === (operator !== '!=');
}

function testLeaves({ key, operator, value }: FieldTerm, leavesOf: (ordinal: number) => Leaves): RowTest {
  const placesOf = placesByPath(testPath(key ?? ''));
  const isEqual: Test = operator === ':' ? testWhole(value) : (text) => text === value.text;
  const test = testLeaf(operator, value.text, isEqual);
  return (_row, ordinal) => {
    const { paths, values } = leavesOf(ordinal);
    const places = placesOf(paths);
    if (operator === '!=')
      return places.length > 0 && !places.some((place) => isEqual(String(values[place])));
    return places.some((place) => test(values[place] ?? null));
  };
}

/** Numbers compare as numbers, everything else as text. */
function testLeaf(operator: Operator, wanted: string, isEqual: Test): (leaf: Leaf) => boolean {
  const number = wanted.trim() === '' ? Number.NaN : Number(wanted);
  if (!/[<>]/.test(operator)) return (leaf) => isEqual(String(leaf));
  return (leaf) => {
    if (leaf === null || typeof leaf === 'boolean' || leaf === '') return false;
    const left = Number(leaf);
    if (!Number.isNaN(number)) return !Number.isNaN(left) && compare(left, operator, number, () => false);
    const text = String(leaf);
    return compare(text < wanted ? -1 : text > wanted ? 1 : 0, operator, 0, () => false);
  };
}

/** A `*` in a path stands for a part of one key: `functions.*.timeout`. */
function testPath(path: string): Test {
  const parts = path.split('.').map((text) => testWhole({ text, isQuoted: false }));
  if (!/[*?]/.test(path)) return testWhole({ text: path, isQuoted: true });
  return (candidate) => {
    const keys = candidate.split('.');
    return keys.length === parts.length && parts.every((test, index) => test(keys[index] ?? ''));
  };
}

/** Where a path stands in lists of paths; each list is looked through once. */
function placesByPath(isPath: Test): (paths: readonly string[]) => readonly number[] {
  const known = new Map<readonly string[], readonly number[]>();
  return (paths) => {
    const before = known.get(paths);
    if (before) return before;
    const places = paths.flatMap((path, index) => (isPath(path) ? index : []));
    known.set(paths, places);
    return places;
  };
}
