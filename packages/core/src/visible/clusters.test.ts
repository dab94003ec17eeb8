import { describe, expect, it } from 'vitest';
import { componentId } from '../ids';
import { clustersOf } from './clusters';
import { networkOf } from './network';

const id = (nickname: string) => componentId('prod', 't', nickname);

describe('clustersOf', () => {
  it('joins what hangs together, except through a hub that everything uses', () => {
    const pairs = Array.from({ length: 13 }, (_, index) => [id(`app-${index}`), id(`db-${index}`)] as const);
    const hub = id('vpc');
    const ids = [...pairs.flat(), hub, id('alone')];
    const dependencies = pairs.flatMap(([app, db]) => [
      { from: app, to: db },
      { from: app, to: hub },
    ]);
    const clusters = clustersOf(ids, dependencies, networkOf(ids, dependencies));
    expect(clusters.slice(0, 4)).toEqual(['t/app-0', 't/app-0', 't/app-1', 't/app-1']);
    expect(clusters.slice(-2)).toEqual([null, null]);
  });
});
