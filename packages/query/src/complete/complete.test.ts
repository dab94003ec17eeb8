import { describe, expect, it } from 'vitest';
import { parse } from '../parse';
import { complete } from './complete';
import { vocabularyOf } from './vocabulary';

const row = {
  environment: 'prod',
  owner: 'payments',
  placements: [{ id: '111111111111/eu-west-1', name: 'acme-prod-eu' }],
  tags: { Owner: 'pay ments' },
};
const vocabulary = vocabularyOf(
  [
    { ...row, type: 'lambda', nickname: 'api' },
    { ...row, type: 'vpc', nickname: 'main', environment: 'dev', owner: null, tags: { 'cost center': '7' } },
  ],
  { configPaths: ['timeout', 'functions.seed.timeout'], outputs: ['vpc_id', 'private_subnet_ids'] },
);

/** What is offered where the text has a `|`, as the texts that taking it gives. */
function offered(text: string): string[] {
  const cursor = text.indexOf('|');
  const query = text.replace('|', '');
  return complete(query, cursor, vocabulary).map(
    ({ start, end, insert }) => query.slice(0, start) + insert + query.slice(end),
  );
}

describe('complete', () => {
  it('begins with the fields, functions, keywords and names', () => {
    expect(complete('', 0, vocabulary).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['field', 'function', 'keyword', 'name']),
    );
    expect(offered('a (en|')).toEqual(['a (env:', 'a (placement:']);
    expect(offered('ta|')).toContain('tag.');
  });

  it.each([
    ['env:|', ['env:dev', 'env:prod']],
    ['env:p|', ['env:prod']],
    ['env:d|ef type:vpc', ['env:dev type:vpc', 'env:prod type:vpc']],
    ['type:la|', ['type:lambda']],
    ['-type:la|', ['-type:lambda']],
    ['owner=|', ['owner=payments']],
    ['placement:acme|', ['placement:acme-prod-eu']],
    ['status:orp|', ['status:orphaned']],
    ['not severity:e|', ['not severity:error']],
    ['finding:consumer|', ['finding:stale-consumer']],
    ['name:m|', ['name:main']],
    ['tag.O|', ['tag.Owner', 'tag."cost center"']],
    ['tag.|', ['tag.Owner', 'tag."cost center"']],
    ['tag.Owner:|', ['tag.Owner:"pay ments"']],
    ['tag."cost center":|', ['tag."cost center":7']],
    ['config.time|', ['config.timeout', 'config.functions.seed.timeout']],
    ['output.vpc|', ['output.vpc_id']],
    ['uses(vpc/main#pri|', ['uses(vpc/main#private_subnet_ids']],
    ['path(lam|', ['path(lambda/api']],
    ['2+vpc|', ['2+vpc/main']],
    ['pat|', ['path(']],
    ['owner|', ['owner:', 'owner=', 'owner!=']],
  ])('%s', (text, expected) => expect(offered(text)).toEqual(expected));

  it('offers values that are queries when taken', () => {
    for (const text of ['env:|', 'tag.Owner:|', 'status:|', 'changed:|', 'is:|', 'has:|'])
      for (const query of offered(text)) expect(() => parse(query)).not.toThrow();
  });
});
