import { loadConfig, openKarma } from '@karma/server';
import type { Bench } from '../harness/figure';
import { karma } from '../harness/karma';
import { median } from '../harness/measure';
import { createWorld, type World } from '../harness/worlds';
import { commitEdit } from '../organisation/write';

const RUNS = 15;

export const oneCommit: Bench = {
  name: 'one-commit',
  async run() {
    const world = createWorld({ components: 10_000, seed: 7 });
    await karma('ingest', '--config', world.karmaConfig);
    const work = 'ingest of one commit that touches one config, 10,000 components';
    const cold = await timeCommits(world, 0, () => karma('ingest', '--config', world.karmaConfig));
    const running = await openKarma(loadConfig(world.karmaConfig));
    try {
      await running.sync();
      const warm = await timeCommits(world, RUNS, () => running.sync());
      return [
        { work: `${work}, running service`, measure: 'median', value: median(warm), unit: 'ms', bar: 150 },
        { work: `${work}, cold command line`, measure: 'median', value: median(cold), unit: 'ms', bar: 2000 },
      ];
    } finally {
      await running.close();
    }
  },
};

/** Milliseconds that `take` needs for each commit; making the commit does not count. */
async function timeCommits(world: World, first: number, take: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    commitEdit(world.configRepository, world.organisation, first + run);
    const start = performance.now();
    await take();
    times.push(performance.now() - start);
  }
  return times;
}
