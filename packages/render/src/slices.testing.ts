import { type ComponentId, STATUSES } from '@karma/core';
import fc from 'fast-check';
import { CARD } from './card';
import type { Positions } from './positions';
import type { Slice, SliceComponent } from './slice';

/** Texts that break a writer that escapes carelessly, among them what no format can hold. */
const nasty = fc.constantFrom(
  '"quoted"',
  "it's",
  '<b>&amp;</b>',
  ']]>',
  '<!-- a -- b -->',
  'line\nbreak\r\nand\ttab',
  'back\\slash\\',
  'end',
  'graph',
  'subgraph x',
  'click c0 href "javascript:alert(1)"',
  'style a:#b;',
  '%%{init: {"theme":"dark"}}%%',
  '#35;#quot;',
  '`**bold**`',
  '=HYPERLINK("http://x")',
  '@SUM(1)',
  '\u0000\u0008\uD800',
  '\u000b\u0085\u2028\u2029',
  "'+1",
  'ünïcödé 漢字 🦆',
  '',
);
const name = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 60 }));

/** Ids end in any text: a writer must not rely on what core allows in a nickname. */
const component = fc.record({
  id: name.map((text) => `prod/vpc/${text}` as ComponentId),
  environment: name,
  type: fc.oneof(name, fc.constantFrom('vpc', 'lambda', 'external.carrier')),
  nickname: name,
  status: fc.constantFrom(...STATUSES),
  owner: fc.option(name),
  tags: fc.dictionary(name, name, { maxKeys: 3 }),
  abstract: fc.boolean(),
  findings: fc.record({ error: fc.nat(3), warning: fc.nat(3), info: fc.nat(300) }),
  group: fc.array(name, { maxLength: 2 }),
  members: fc.option(fc.integer({ min: 1, max: 12_000 }), { nil: undefined }),
});

/** Slices of up to eight components with hostile names, cycles and loops. */
export const slices: fc.Arbitrary<Slice> = fc
  .uniqueArray(component, { maxLength: 8, selector: ({ id }) => id })
  .chain((components) => {
    const end = fc.nat(Math.max(0, components.length - 1)).map((index) => components[index]?.id);
    const dependency = fc.record({
      from: end,
      to: end,
      confidence: fc.constantFrom('declared', 'inferred'),
      ambiguous: fc.boolean(),
      count: fc.option(fc.integer({ min: 1, max: 12_000 }), { nil: undefined }),
    });
    return fc
      .uniqueArray(dependency, { maxLength: 12, selector: ({ from, to }) => JSON.stringify([from, to]) })
      .map((all) => ({
        components,
        dependencies: all.flatMap(({ from, to, ...rest }) =>
          from === undefined || to === undefined ? [] : [{ from, to, ...rest }],
        ),
      }));
  });

/** The same in another order. */
export function reversed({ components, dependencies }: Slice): Slice {
  return { components: [...components].reverse(), dependencies: [...dependencies].reverse() };
}

/** Cards one below the other. */
export function column({ components }: Slice): Positions {
  return new Map(components.map(({ id }, index) => [id, { x: index * 40, y: index * (CARD.height + 20) }]));
}

/** What a component is unless a test says otherwise. */
export function componentLike(
  given: Partial<Omit<SliceComponent, 'id'>> = {},
): SliceComponent & { readonly id: ComponentId } {
  const { environment = 'prod', type = 'vpc', nickname = 'main' } = given;
  return {
    id: `${environment}/${type}/${nickname}` as ComponentId,
    environment,
    type,
    nickname,
    status: 'deployed',
    owner: null,
    tags: {},
    abstract: false,
    findings: { error: 0, warning: 0, info: 0 },
    ...given,
  };
}
