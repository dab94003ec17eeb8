import { parse, print } from '@karma/query';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANY_FINDING, choose, chosenIn, FACETS } from './facets';
import { joinTerms, replaceField, termsOf, toggleTerm } from './terms';

describe('facets', () => {
  it('read what a query asks for, and leave what lists cannot say', () => {
    const query = parse(
      '(type:vpc or type:lambda) tag.Team:a tag.Env:"x y" has:findings -owner:ops type:rds-*',
    );
    expect(chosenIn(query, 'type')).toEqual(['vpc', 'lambda']);
    expect(chosenIn(query, 'tag')).toEqual(['Team=a', 'Env=x y']);
    expect(chosenIn(query, 'finding')).toEqual([ANY_FINDING]);
    expect(chosenIn(query, 'owner')).toEqual([]);
    expect(choose(query, 'type', ['redis'])).toBe(
      'tag.Team:a tag.Env:"x y" has:findings not owner:ops type:rds-* type:redis',
    );
  });

  it('ask for any of the values, of tags for any of each key', () => {
    expect(choose(parse('api'), 'status', ['orphaned', 'missing'])).toBe(
      'api (status:orphaned or status:missing)',
    );
    expect(choose(parse(''), 'tag', ['Team=a', 'Team=b', 'Env=x'])).toBe(
      '(tag.Team:a or tag.Team:b) tag.Env:x',
    );
    expect(choose(parse('type:vpc'), 'type', [])).toBeUndefined();
    expect(choose(parse('a or b'), 'owner', ['o*'])).toBe('(a or b) owner:"o*"');
  });

  it('give back what was chosen, whatever it is called', () => {
    const value = fc.string({ minLength: 1, maxLength: 8 });
    const facet = fc.constantFrom(...FACETS.filter((one) => one === 'type' || one === 'owner'));
    fc.assert(
      fc.property(facet, fc.uniqueArray(value, { maxLength: 4 }), (one, values) => {
        const query = parse(choose(parse('api'), one, values) ?? '');
        expect(chosenIn(query, one)).toEqual(values);
        expect(print(parse(choose(query, one, []) ?? ''))).toBe('api');
      }),
    );
  });
});

describe('terms', () => {
  it('are put in and taken out', () => {
    expect(toggleTerm(parse('type:vpc'), 'has:findings')).toBe('type:vpc has:findings');
    expect(toggleTerm(parse('type:vpc has:findings'), 'has:findings')).toBe('type:vpc');
    expect(toggleTerm(parse('has:findings'), 'has:findings')).toBeUndefined();
    expect(replaceField(parse('a changed:<7d'), 'changed', 'changed:<1d')).toBe('a changed<1d');
    expect(replaceField(parse('a changed:<7d'), 'changed', undefined)).toBe('a');
  });

  it('are taken away one by one; a query that is no conjunction is one term', () => {
    const terms = termsOf(parse('a (b or c) path(x, y)'));
    expect(terms.map((_, index) => joinTerms(terms.filter((__, other) => other !== index)))).toEqual([
      '(b or c) path(x, y)',
      'a path(x, y)',
      'a (b or c)',
    ]);
    expect(termsOf(parse('a or b'))).toHaveLength(1);
    expect(termsOf(parse(''))).toEqual([]);
  });
});
