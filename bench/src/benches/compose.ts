import { z } from 'zod';
import { openDraft } from '../compose/draft-tab';
import { launchBrowser } from '../harness/browser';
import type { Bench } from '../harness/figure';
import { query, serve } from '../harness/karma';
import { p95 } from '../harness/measure';
import { createWorld, ingested } from '../harness/worlds';

const COMPONENT = 'prod/sqs-queue/sqs-5';
const STEPS = 20;

export const compose: Bench = {
  name: 'compose',
  async run() {
    const { karmaConfig } = await ingested(createWorld({ components: 1000, seed: 7 }));
    const server = await serve(karmaConfig);
    const browser = await launchBrowser();
    try {
      const near = await neighbourhood(server.url);
      const tab = await openDraft(browser, server.url, COMPONENT);
      const cards = await tab.cards();
      const frames: number[] = [];
      const rendered = new Set<string>();
      for (let step = 0; step < STEPS; step++) {
        const { watched, rendered: ids } = await tab.step(step % 2 === 0 ? 'undo' : 'redo');
        frames.push(...watched.frames.map(({ ms }) => ms));
        for (const id of ids) rendered.add(id);
      }
      const all = tab.components.toLocaleString('en');
      return [
        {
          work: `frames in the third of a second after an edit in a draft, ${all} on the map`,
          measure: 'p95',
          value: p95(frames),
          unit: 'ms',
          bar: 50,
          note: `${STEPS} edits, the longest ${Math.round(Math.max(...frames))} ms`,
        },
        {
          work: 'cards rendered by an edit that are neither touched nor neighbours of what is',
          measure: 'count',
          value: [...rendered].filter((id) => !near.has(id)).length,
          unit: 'components',
          bar: 0,
          note: `${rendered.size} rendered of ${cards} cards near`,
        },
      ];
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

/** What is edited, what it depends on and what depends on it. */
async function neighbourhood(url: string): Promise<ReadonlySet<string>> {
  const answer = detailSchema.parse(await query(url, 'component', { id: COMPONENT }));
  const { upstream, downstream } = answer.result.data;
  return new Set([COMPONENT, ...upstream.map(({ to }) => to), ...downstream.map(({ from }) => from)]);
}

const dependencies = z.array(z.object({ from: z.string(), to: z.string() }));
const detailSchema = z.object({
  result: z.object({ data: z.object({ upstream: dependencies, downstream: dependencies }) }),
});
