import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Bench } from '../harness/figure';
import { karma } from '../harness/karma';
import { median, timeRuns } from '../harness/measure';
import { createWorld } from '../harness/worlds';

export const replay: Bench = {
  name: 'replay',
  async run() {
    const { directory, karmaConfig } = createWorld({ components: 2000, seed: 7 }, 1000);
    const times = await timeRuns(3, () => {
      for (const end of ['', '-wal', '-shm']) rmSync(path.join(directory, `karma.db${end}`), { force: true });
      return karma('ingest', '--config', karmaConfig);
    });
    return [
      {
        work: 'replay of 1,000 commits over 2,000 components',
        measure: 'median',
        value: median(times),
        unit: 'ms',
        bar: 15_000,
      },
    ];
  },
};
