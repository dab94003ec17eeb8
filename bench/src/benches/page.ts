import { openExample } from '../harness/example-page';
import type { Bench } from '../harness/figure';
import { median, timeRuns } from '../harness/measure';

export const page: Bench = {
  name: 'page',
  async run() {
    const example = await openExample();
    try {
      const times = await timeRuns(
        9,
        async () => {
          const tab = await example.open();
          await tab.close();
        },
        { warmUp: 2 },
      );
      return [
        {
          work: 'example organisation, page load to laid-out graph, warm',
          measure: 'median',
          value: median(times),
          unit: 'ms',
          bar: 1500,
        },
      ];
    } finally {
      await example.close();
    }
  },
};
