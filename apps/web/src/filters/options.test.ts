import { describe, expect, it } from 'vitest';
import { byCount, tagOptions } from './options';

describe('filter options', () => {
  it('stand by count, then by name', () => {
    expect(byCount({ vpc: 1, lambda: 3, api: 1 }).map(({ value }) => value)).toEqual([
      'lambda',
      'api',
      'vpc',
    ]);
    expect(byCount(undefined)).toEqual([]);
    expect(byCount({ a: 1 }, ['gone'])).toEqual([
      { value: 'a', count: 1 },
      { value: 'gone', count: 0 },
    ]);
  });

  it('count the tags of the cards and keep chosen ones that no card has', () => {
    expect(
      tagOptions([{ tags: { stage: 'prod' } }, { tags: { stage: 'prod', team: 'a' } }], ['gone=1']),
    ).toEqual([
      { value: 'stage=prod', count: 2 },
      { value: 'team=a', count: 1 },
      { value: 'gone=1', count: 0 },
    ]);
  });
});
