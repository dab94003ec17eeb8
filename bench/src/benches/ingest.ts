import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Bench } from '../harness/figure';
import { karma } from '../harness/karma';
import { median, timeRuns } from '../harness/measure';
import { createWorld } from '../harness/worlds';

export const ingest: Bench = {
  name: 'ingest',
  async run() {
    const { directory, karmaConfig } = createWorld({ components: 10_000, seed: 7 });
    const times = await timeRuns(
      5,
      () => {
        for (const end of ['', '-wal', '-shm'])
          rmSync(path.join(directory, `karma.db${end}`), { force: true });
        return karma('ingest', '--config', karmaConfig);
      },
      { warmUp: 1 },
    );
    return [
      {
        work: 'first ingest of the head of 10,000 components, with catalog, cold command line',
        measure: 'median',
        value: median(times),
        unit: 'ms',
        bar: 4000,
      },
    ];
  },
};
