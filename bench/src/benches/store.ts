import path from 'node:path';
import { openSqliteStore } from '@karma/store';
import type { Bench, Figure } from '../harness/figure';
import { p95, timeRuns } from '../harness/measure';
import { largeWorld } from '../harness/worlds';

export const store: Bench = {
  name: 'store',
  async run() {
    const { directory, organisation } = await largeWorld();
    const opened = await openSqliteStore(path.join(directory, 'karma.db'));
    try {
      const reader = await opened.reader();
      const id = organisation.hub;
      const limit = 1000;
      const lineage = await timeRuns(
        100,
        () => reader.lineage({ id, direction: 'downstream', depth: 100, limit }),
        { warmUp: 10 },
      );
      const impact = await timeRuns(100, () => reader.impact({ id, depth: 100, limit, waves: false }), {
        warmUp: 10,
      });
      const figure = (work: string, times: readonly number[]): Figure => ({
        work: `${work}, worst hub, 100,000 components, in the store`,
        measure: 'p95',
        value: p95(times),
        unit: 'ms',
        bar: 25,
      });
      return [figure('lineage', lineage), figure('blast radius without waves', impact)];
    } finally {
      await opened.close();
    }
  },
};
