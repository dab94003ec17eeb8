import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPERATORS, type Pattern, type Query } from './ast';
import { QueryError } from './errors';
import { MAX_QUERY_LENGTH, parse } from './parse';
import { print } from './print';

const span = { start: 0, end: 0 };
const quoted = fc.string().map((text): Pattern => ({ text, isQuoted: true }));
const plain = fc
  .stringMatching(/^[a-z0-9*?][a-z0-9*?/._-]{0,5}$/)
  // `2+3` is what 3 needs, two steps far: a nickname of digits alone is quoted.
  .filter((text) => !/^(and|or|not|\d+)$/.test(text))
  .map((text): Pattern => ({ text, isQuoted: false }));
const pattern = fc.oneof(quoted, plain);
const depth = fc.option(fc.oneof(fc.nat(99), fc.constant(Number.POSITIVE_INFINITY)));

const { query } = fc.letrec<{ query: Query; leaf: Query }>((tie) => {
  const operand = fc.oneof(
    tie('query'),
    pattern.map((pattern): Query => ({ kind: 'name', pattern, span })),
  );
  const terms = fc.array(tie('query'), { minLength: 2, maxLength: 3 });
  return {
    leaf: fc.oneof(
      pattern.map((pattern): Query => ({ kind: 'word', pattern, span })),
      fc.record({
        kind: fc.constant('field' as const),
        field: fc.constantFrom('config' as const, 'output' as const),
        key: fc.string({ minLength: 1 }),
        operator: fc.constantFrom(...OPERATORS),
        value: pattern,
        span: fc.constant(span),
      }),
      fc.record({
        kind: fc.constant('field' as const),
        field: fc.constantFrom('env' as const, 'owner' as const),
        key: fc.constant(null),
        operator: fc.constantFrom(':' as const, '=' as const, '!=' as const),
        value: pattern,
        span: fc.constant(span),
      }),
      fc.record({
        kind: fc.constant('uses' as const),
        name: pattern,
        output: fc.option(pattern),
        span: fc.constant(span),
      }),
    ),
    query: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), terms }),
      fc.record({ kind: fc.constant('not' as const), term: tie('query') }),
      fc
        .record({ kind: fc.constant('reach' as const), upstream: depth, downstream: depth, of: operand })
        .filter(({ upstream, downstream }) => upstream !== null || downstream !== null),
      fc.record({ kind: fc.constant('path' as const), from: operand, to: operand }),
    ),
  };
});

function withoutSpans(query: Query): unknown {
  return JSON.parse(
    JSON.stringify(query, (key, value: unknown) =>
      key === 'span' ? undefined : value === Number.POSITIVE_INFINITY ? 'all' : value,
    ),
  );
}

function errorOf(text: string): QueryError {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
  throw new Error(`${text} is a query`);
}

describe('parse', () => {
  it('reads back what print writes', () => {
    fc.assert(
      fc.property(query, (query) => {
        const text = print(query);
        fc.pre(text.length <= MAX_QUERY_LENGTH);
        expect(withoutSpans(parse(text))).toEqual(withoutSpans(query));
      }),
      { numRuns: 500 },
    );
  });

  it('gives a query or a QueryError within the text, whatever it reads', () => {
    const characters = fc.constantFrom(...'abc1 +-()":=!<>.,#*\\', 'env:', 'not ', 'path(', 'uses(');
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 40 }), (text) => {
        try {
          parse(text);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
          if (!(error instanceof QueryError)) return;
          expect(error.start).toBeGreaterThanOrEqual(0);
          expect(error.end).toBeGreaterThanOrEqual(error.start);
          expect(error.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('knows where its terms stand', () => {
    expect(parse('a env:prod')).toMatchObject({
      kind: 'and',
      terms: [{ span: { start: 0, end: 1 } }, { field: 'env', span: { start: 2, end: 10 } }],
    });
  });

  it('tells a name from a word', () => {
    expect(parse('api')).toMatchObject({ kind: 'word' });
    expect(parse('api+')).toMatchObject({ kind: 'reach', of: { kind: 'name' } });
    expect(parse('(api)+')).toMatchObject({ kind: 'reach', of: { kind: 'word' } });
    expect(parse('path(a, (b))')).toMatchObject({ from: { kind: 'name' }, to: { kind: 'word' } });
  });

  it('reads the longest queries, however deep', () => {
    const deep = Math.floor(MAX_QUERY_LENGTH / 2) - 1;
    expect(parse(`${'('.repeat(deep)}a${')'.repeat(deep)}`)).toMatchObject({ kind: 'word' });
    expect(parse(`${'-'.repeat(MAX_QUERY_LENGTH - 1)}a`)).toMatchObject({ kind: 'not' });
    expect(errorOf('a'.repeat(MAX_QUERY_LENGTH + 1)).message).toContain('at most 2000');
  });
});

describe('errors', () => {
  it.each([
    ['evn:prod', 0, 3, 'There is no field "evn". Did you mean env?'],
    ['a status:orphand', 9, 16, 'There is no status "orphand". Did you mean orphaned?'],
    ['finding:stale', 8, 13, 'There is no finding "stale". Did you mean stale-consumer?'],
    ['is:gone', 3, 7, 'Nothing can be asked with is: "gone".'],
    ['tag:x', 0, 3, '"tag" needs a key, as in tag.Owner:payments.'],
    ['env.x:y', 0, 3, '"env" has no keys.'],
    ['env>prod', 0, 8, '"env" has no order: ask with : or = or !=, as in env:prod.'],
    ['changed:soon', 8, 12, '"soon" is neither an age nor a day.'],
    ['changed:2026-13-40', 8, 18, '"2026-13-40" is neither an age nor a day.'],
    ['(a', 2, 2, 'The query ends too early.'],
    ['a)', 1, 2, '")" cannot stand here: no parenthesis is open, or a term is missing before it.'],
    ['a+b', 2, 3, '"b" cannot stand here: a name with a + in it must be quoted.'],
    ['env:', 4, 4, 'The query ends too early.'],
    ['env:"x', 4, 6, '""x" cannot stand here: the quotation mark is not closed.'],
    ['a or', 4, 4, 'The query ends too early.'],
    ['or a', 0, 2, '"or" cannot stand here.'],
    ['path(a)', 6, 7, '")" cannot stand here: no parenthesis is open, or a term is missing before it.'],
  ])('%s: %i to %i', (text, start, end, message) => {
    expect(errorOf(text)).toMatchObject({ start, end, message });
  });

  it('say what may stand there', () => {
    expect(errorOf('status:x').expected).toContain('orphaned');
    expect(errorOf('env:').expected).toEqual(['a value']);
    expect(errorOf('path(a)').expected).toContain(',');
    expect(errorOf('evn:prod').suggestion).toBe('env');
  });
});
