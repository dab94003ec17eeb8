import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch, viewParamsSchema } from './search-params';

const word = fc.string({ minLength: 1, maxLength: 12 });
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });
const segment = fc.stringMatching(/^[a-z0-9][a-z0-9_.-]{0,8}$/);
const component = fc.tuple(segment, segment, segment).map((parts) => parts.join('/'));

const views = fc.record(
  {
    env: word,
    q: word,
    sel: fc.oneof(
      component,
      fc.tuple(component, component).map((ends) => ends.join('~')),
    ),
    focus: component,
    up: fc.integer({ min: 0, max: 50 }),
    down: fc.integer({ min: 0, max: 50 }),
    hubs: words,
    implied: fc.constant('hidden'),
    depth: fc.integer({ min: 1, max: 50 }),
    mode: fc.constantFrom('map', 'impact', 'path'),
    key: word,
    to: component,
    whatIf: component,
    mishap: fc.constant('removed'),
    at: word,
    group: fc.constantFrom(['none'], ['owner'], ['environment', 'tag.Cost Center']),
    open: fc.constantFrom(['*'], ['payments', 'web%2Fa/lambda']),
    shut: fc.constantFrom(['*'], ['!']),
    as: fc.constantFrom('table', 'tree'),
    sort: word,
    cols: words,
    camera: word,
    by: fc.constant('waves'),
    lines: words,
    panel: fc.constantFrom('overview', 'trace', 'history', 'palette', 'plan', 'none'),
  },
  { requiredKeys: [] },
);

const read = (search: string) => viewParamsSchema.parse(parseSearch(search));

describe('view parameters', () => {
  it('survive the way through the URL', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(read(stringifySearch(view))).toEqual(view);
      }),
    );
  });

  it('keep ids readable', () => {
    expect(stringifySearch({ sel: 'prod/vpc/main', cols: ['type', 'owner'], q: 'type:vpc' })).toBe(
      '?sel=prod/vpc/main&cols=type&cols=owner&q=type:vpc',
    );
    expect(stringifySearch({})).toBe('');
  });

  it('drop what makes no sense and keep the rest', () => {
    expect(
      read('?depth=lots&up=-1&down=51&implied=maybe&mode=sideways&focus=../etc&as=song&env=prod&camera='),
    ).toEqual({ env: 'prod' });
  });
});
