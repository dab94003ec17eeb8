import { expect, test } from 'vitest';
import { deriveType } from './derive-type';

test('keys with the types that configs agree on; required where every config sets them', () => {
  const { keys } = deriveType('app', [
    '{"a":1,"b":"x","$extends":"app/y"}',
    '{"a":2,"b":[]}',
    '{ broken',
    '{"a":3}',
  ]);
  expect(keys).toEqual([
    { pointer: '/a', required: true, type: 'number', at: [] },
    { pointer: '/b', required: false, type: 'unknown', at: [] },
  ]);
});
