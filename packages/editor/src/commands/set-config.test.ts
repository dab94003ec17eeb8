import { canonicalJson, effectiveValues, type JsonObject } from '@karma/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configOf } from '../surroundings';
import { idOf, TestOrganisation } from '../testing/organisation';
import { inheritKey, setKey } from './keys';
import { setConfig } from './set-config';

const API = idOf('dev/lambda/api');
const PARENT = { memory: 128, tags: { owner: 'web', cost: 'a' }, hosts: ['a'] };
const organisation = (own: object | string = { $extends: 'lambda/base', handler: 'api.main' }) =>
  new TestOrganisation({ 'dev/lambda/base': PARENT, 'dev/lambda/api': own });

describe('a config set as a whole', () => {
  it('writes only what differs', () => {
    const text = '{\n    "$extends": "lambda/base",\n\n    "handler": "api.main"   \n}';
    const it_ = organisation(text);
    const before = configOf(API, it_.surroundings);
    it_.do(setConfig(API, before, { ...before, handler: 'api.other' }, it_.surroundings));
    expect(it_.surroundings.text(API)).toBe(text.replace('api.main', 'api.other'));
    expect(it_.draft.steps[0]?.label).toBe('Set handler of dev/lambda/api');
  });

  it('overrides what is inherited, and lets it count again', () => {
    const it_ = organisation();
    const before = configOf(API, it_.surroundings);
    const tags = { owner: 'ops', cost: 'a' };
    it_.do(setConfig(API, before, { ...before, tags }, it_.surroundings));
    expect(it_.surroundings.text(API)).toContain('"owner": "ops"');
    expect(it_.surroundings.text(API)).not.toContain('cost');
    it_.do(inheritKey(API, '/tags/owner', it_.surroundings));
    expect(configOf(API, it_.surroundings)).toMatchObject({ tags: PARENT.tags });
  });

  it('is what the component has afterwards', () => {
    const value = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.array(fc.integer(), { maxLength: 3 }));
    const config = fc.dictionary(
      fc.constantFrom('memory', 'hosts', 'handler', 'new'),
      fc.oneof(value, fc.dictionary(fc.constantFrom('a', 'b'), value, { minKeys: 1 })),
    );
    fc.assert(
      fc.property(fc.array(config, { minLength: 1, maxLength: 4 }), (wanted) => {
        const it_ = organisation();
        for (const keys of wanted) {
          const before = configOf(API, it_.surroundings);
          const after: JsonObject = { tags: PARENT.tags, ...keys };
          it_.do(setConfig(API, before, after, it_.surroundings));
          expect(canonicalJson(configOf(API, it_.surroundings))).toBe(canonicalJson(after));
        }
      }),
    );
  });

  it('is one step while one field is typed in', () => {
    const it_ = organisation();
    for (const handler of ['a', 'ap', 'api']) {
      const before = configOf(API, it_.surroundings);
      it_.do(setConfig(API, before, { ...before, handler }, it_.surroundings));
    }
    it_.do(setKey(API, '/memory', 1, it_.surroundings));
    expect(it_.draft.steps).toHaveLength(2);
    expect(effectiveValues([it_.surroundings.text(API) ?? ''])).toMatchObject({ handler: 'api', memory: 1 });
  });
});
