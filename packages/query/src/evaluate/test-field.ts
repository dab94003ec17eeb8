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
  if (field === 'config') return testLeaves(term, context.paths, (ordinal) => context.config(ordinal));
  if (field === 'output') return testLeaves(term, context.paths, (ordinal) => context.outputs(ordinal));
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
  placement: ({ placements }) => placements.flatMap(({ id, name }) => [id, name]),
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

function testLeaves(
  { key, operator, value }: FieldTerm,
  known: readonly string[],
  leavesOf: (ordinal: number) => Leaves,
): RowTest {
  const isPath = testPath(key ?? '');
  const wanted = Uint8Array.from(known, (path) => (isPath(path) ? 1 : 0));
  const isEqual: Test = operator === ':' ? testWhole(value) : (text) => text === value.text;
  const test = testLeaf(operator, value.text, isEqual);
  const isNone = operator === '!=';
  return (_row, ordinal) => {
    const { paths, values } = leavesOf(ordinal);
    let isThere = false;
    for (let place = 0; place < paths.length; place++) {
      if (wanted[paths[place] ?? -1] !== 1) continue;
      if (test(values[place] ?? null)) return !isNone;
      isThere = true;
    }
    return isNone && isThere;
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
