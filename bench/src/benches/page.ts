import { createExample } from '@karma/examples';
import { chromium } from 'playwright-core';
import type { Bench } from '../harness/figure';
import { karma, serve } from '../harness/karma';
import { median, timeRuns } from '../harness/measure';
import { temporaryDirectory } from '../harness/worlds';

export const page: Bench = {
  name: 'page',
  async run() {
    const { karmaConfig } = await createExample({ directory: temporaryDirectory() });
    await karma('ingest', '--config', karmaConfig);
    const server = await serve(karmaConfig);
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    });
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const times = await timeRuns(
        9,
        async () => {
          const tab = await context.newPage();
          await tab.goto(server.url, { waitUntil: 'commit' });
          await tab.locator('[aria-label="Graph"][aria-busy="false"] .react-flow__node').first().waitFor();
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
      await browser.close();
      await server.stop();
    }
  },
};
