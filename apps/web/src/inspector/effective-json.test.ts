import fc from 'fast-check';
import { expect, it } from 'vitest';
import { effectiveJson } from './effective-json';

const escapeName = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

function leavesOf(value: unknown, pointer = ''): { pointer: string; value: string }[] {
  const isBranch =
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
  return isBranch
    ? Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, `${pointer}/${escapeName(name)}`))
    : [{ pointer, value: JSON.stringify(value) }];
}

it('puts any object together again from its leaves', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (config) => {
      expect(JSON.parse(JSON.stringify(effectiveJson(leavesOf(config))))).toEqual(
        JSON.parse(JSON.stringify(config)),
      );
    }),
  );
});

it('keeps names that look like indexes or prototypes as keys', () => {
  const json = effectiveJson([
    { pointer: '/rules/0/port', value: '443' },
    { pointer: '/__proto__/x', value: '1' },
  ]);
  expect(JSON.stringify(json)).toBe('{"rules":{"0":{"port":443}},"__proto__":{"x":1}}');
});
