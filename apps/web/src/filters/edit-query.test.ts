import { complete, QueryError, type Vocabulary } from '@karma/query';
import { describe, expect, it } from 'vitest';
import { readQuery } from '../app/scope';
import { type Draft, problemOf, takeCompletion, takeSuggestion } from './edit-query';

const vocabulary: Vocabulary = {
  environments: ['prod'],
  types: ['lambda', 'vpc'],
  owners: [],
  placements: [],
  tags: {},
  names: ['vpc/main'],
  configPaths: [],
  outputs: ['vpc_id'],
};

/** A draft from a text with `|` where the caret is. */
const at = (text: string): Draft => ({ text: text.replace('|', ''), cursor: text.indexOf('|') });
const show = ({ text, cursor }: Draft) => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe('a draft', () => {
  it.each([
    ['ty|', 'type:|'],
    ['type:la|', 'type:lambda |'],
    ['type:l| api', 'type:lambda| api'],
    ['path(vpc|, x)', 'path(vpc/main|, x)'],
    ['pa|', 'path(|'],
  ])('%s takes what is offered first', (text, expected) => {
    const draft = at(text);
    const [first] = complete(draft.text, draft.cursor, vocabulary);
    expect(first && show(takeCompletion(draft, first))).toBe(expected);
  });

  it('takes what was probably meant', () => {
    const error = readQuery('api evn:prod');
    if (!(error instanceof QueryError)) throw new Error('It is a query');
    expect(show(takeSuggestion('api evn:prod', error))).toBe('api env|:prod');
  });

  it('is wrong only where nobody is writing, unless it was entered', () => {
    expect(problemOf(at('api ev|'), false)).toBeUndefined();
    expect(problemOf(at('api type:|'), false)).toBeUndefined();
    expect(problemOf(at('api type:|'), true)?.start).toBe(9);
    expect(problemOf(at('evn:prod api|'), false)?.suggestion).toBe('env');
    expect(problemOf(at('api|'), true)).toBeUndefined();
  });
});
