import fc from 'fast-check';
import { STATUSES } from '../component';
import { componentId } from '../ids';
import type { Ends } from './ambient-hubs';
import type { VisibleComponent } from './types';

export function component(
  nickname: string,
  rest: Partial<Omit<VisibleComponent, 'id' | 'nickname'>> = {},
): VisibleComponent {
  const { environment = 'prod', type = 'lambda' } = rest;
  return {
    id: componentId(environment, type, nickname),
    environment,
    type,
    nickname,
    status: 'deployed',
    owner: null,
    tags: {},
    findings: { error: 0, warning: 0, info: 0 },
    placements: [],
    changedAt: null,
    ...rest,
  };
}

export interface TestSlice {
  readonly components: readonly VisibleComponent[];
  readonly dependencies: readonly Ends[];
}

/** Slices of up to 24 components with hostile names of owners, cycles and ends outside. */
export const slices: fc.Arbitrary<TestSlice> = fc
  .array(
    fc.record({
      type: fc.constantFrom('lambda', 'vpc', 'bucket'),
      environment: fc.constantFrom('prod', 'qa'),
      owner: fc.constantFrom(null, 'web', 'a/b', '!', '*', 'a~b', '', '\uD800'),
      status: fc.constantFrom(...STATUSES),
      placements: fc.constantFrom([], ['eu'], ['eu', 'us']),
      error: fc.nat(2),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .chain((seeds) => {
    const components = seeds.map(({ error, ...seed }, index) =>
      component(`n${index}`, { ...seed, findings: { error, warning: 0, info: 0 } }),
    );
    const end = fc.constantFrom(...components.map(({ id }) => id), componentId('prod', 'vpc', 'outside'));
    const dependencies = fc.uniqueArray(fc.record({ from: end, to: end }), {
      maxLength: 40,
      selector: ({ from, to }) => `${from} ${to}`,
    });
    return fc.record({ components: fc.constant(components), dependencies });
  });
