import fc from 'fast-check';
import { expect, test } from 'vitest';
import { componentId } from '../ids';
import { effectiveConfig, mergePatch } from './effective';
import { isObject } from './json';
import { valueAt } from './pointer';

// The examples of RFC 7396, appendix A.
test.each([
  ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
  ['{"a":"b"}', '{"a":null}', '{}'],
  ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
  ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
  ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
  ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
  ['["a","b"]', '["c","d"]', '["c","d"]'],
  ['{"a":"b"}', '["c"]', '["c"]'],
  ['{"a":"foo"}', 'null', 'null'],
  ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
  ['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
  ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
])('merge patch: %s with %s', (target, patch, result) => {
  expect(mergePatch(JSON.parse(target), JSON.parse(patch))).toEqual(JSON.parse(result));
});

const layer = (nickname: string, config: unknown) => ({
  component: componentId('prod', 'app', nickname),
  file: `iac/prod/app/${nickname}/config.json`,
  text: JSON.stringify(config),
});

test('each key remembers the file that sets it', () => {
  const { config, keys } = effectiveConfig([
    layer('own', { $extends: 'app/near', a: 1, gone: null, list: [1] }),
    layer('near', { $extends: 'app/far', a: 2, map: { x: 1 }, gone: 1 }),
    layer('far', { map: { x: 0, y: { z: 2 } }, list: [1, 2, 3], empty: {} }),
  ]);
  expect(config).toEqual({ map: { x: 1, y: { z: 2 } }, list: [1], empty: {}, a: 1 });
  expect(keys.map(({ pointer, value, from }) => [pointer, value, from])).toEqual([
    ['/map/x', 1, 'prod/app/near'],
    ['/map/y/z', 2, 'prod/app/far'],
    ['/list', [1], 'prod/app/own'],
    ['/empty', {}, 'prod/app/far'],
    ['/a', 1, 'prod/app/own'],
  ]);
});

test('a file that cannot be read counts as empty', () => {
  const broken = { ...layer('own', {}), text: '{' };
  expect(effectiveConfig([broken, layer('near', { a: 1 })]).config).toEqual({ a: 1 });
});

test('keys cover the effective config, and their file really holds them', () => {
  const config = fc.dictionary(fc.constantFrom('a', 'b', 'c/d', '__proto__'), fc.jsonValue({ maxDepth: 2 }));
  fc.assert(
    fc.property(fc.array(config, { minLength: 1, maxLength: 3 }), (configs) => {
      const layers = configs.map((content, index) => layer(`n${index}`, content));
      const { config: merged, keys } = effectiveConfig(layers);
      for (const { pointer, value, from } of keys) {
        expect(valueAt(merged, pointer)).toEqual(value);
        const source = layers.find(({ component }) => component === from);
        const held = valueAt(JSON.parse(source?.text ?? ''), pointer);
        expect(isObject(held) ? {} : held).toEqual(value);
      }
    }),
  );
});
