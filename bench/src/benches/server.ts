import type { Bench, Figure } from '../harness/figure';
import { query, serve } from '../harness/karma';
import { p95, timeRuns } from '../harness/measure';
import { largeWorld } from '../harness/worlds';
import { createRandom } from '../organisation/random';

const RUNS = 60;

export const server: Bench = {
  name: 'server',
  async run() {
    const { karmaConfig, organisation } = await largeWorld();
    const running = await serve(karmaConfig);
    try {
      const ask = (procedure: string, inputOf: (run: number) => unknown) =>
        timeRuns(RUNS, (run) => query(running.url, procedure, inputOf(run)), { warmUp: 5 });
      const id = organisation.hub;
      const lineage = await ask('lineage', () => ({ id, direction: 'downstream', depth: 100, limit: 1000 }));
      const impact = await ask('impact', () => ({ id, depth: 100, limit: 1000, waves: false }));
      const search = await ask('search', searchInputs(organisation.ids));
      const figure = (work: string, times: readonly number[], bar: number): Figure => ({
        work,
        measure: 'p95',
        value: p95(times),
        unit: 'ms',
        bar,
      });
      return [
        figure('lineage, worst hub, 100,000 components, over HTTP, first 1,000', lineage, 80),
        figure('blast radius without waves, the same, over HTTP, first 1,000', impact, 80),
        figure('search by substring, 100,000 components, over HTTP', search, 30),
        {
          work: 'server with 100,000 components of 1 KB, after the above',
          measure: 'resident',
          value: running.residentMegabytes(),
          unit: 'MB',
          bar: 700,
        },
      ];
    } finally {
      await running.stop();
    }
  },
};

/** Parts of ids, three to eight letters long. */
function searchInputs(ids: readonly string[]): () => unknown {
  const random = createRandom(1);
  return () => {
    const [, type = '', nickname = ''] = random.pick(ids).split('/');
    const text = random.next() < 0.5 ? type : nickname;
    const start = random.below(Math.max(1, text.length - 3));
    return { text: text.slice(start, start + 3 + random.below(6)), limit: 20 };
  };
}
