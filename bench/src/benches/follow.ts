import { z } from 'zod';
import type { Bench } from '../harness/figure';
import { karma, type Server, serve } from '../harness/karma';
import { p95 } from '../harness/measure';
import { createWorld } from '../harness/worlds';
import { commitEdit } from '../organisation/write';

const RUNS = 20;

/** From a commit being in the graph of the process that took it in, to browsers of the others being told. */
export const follow: Bench = {
  name: 'follow',
  async run() {
    const world = createWorld({ components: 2000, seed: 7 });
    await karma('ingest', '--config', world.karmaConfig);
    const writer = await serve(world.karmaConfig);
    const others = [await serve(world.karmaConfig), await serve(world.karmaConfig)];
    const abort = new AbortController();
    try {
      const told = await Promise.all(others.map((server) => listen(server, abort.signal)));
      const times: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        commitEdit(world.configRepository, world.organisation, run);
        const revision = await sync(writer);
        const start = performance.now();
        const arrivals = await Promise.all(told.map((arrival) => arrival(revision)));
        times.push(...arrivals.map((at) => Math.max(0, at - start)));
      }
      const work = 'a new revision shows in the other two processes on one SQLite file, 2,000 components';
      return [{ work, measure: 'p95', value: p95(times), unit: 'ms', bar: 2000 }];
    } finally {
      abort.abort();
      await Promise.all([writer, ...others].map((server) => server.stop()));
    }
  },
};

const syncSchema = z.object({
  result: z.object({ data: z.object({ head: z.object({ revision: z.number() }) }) }),
});

/** Takes in what is new; gives the number of the last revision. */
async function sync({ url }: Server): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/trpc/sync`, { method: 'POST', headers, body: '{}' });
  return syncSchema.parse(await answer.json()).result.data.head.revision;
}

/** Listens to the live events of a server; gives what waits for the moment at which a revision was told. */
async function listen({ url }: Server, signal: AbortSignal): Promise<(revision: number) => Promise<number>> {
  const { body } = await fetch(`${url}/trpc/events`, { headers: { accept: 'text/event-stream' }, signal });
  if (!body) throw new Error('There is no stream of events.');
  let told: { readonly revision: number; readonly at: number } | undefined;
  let wake = () => {};
  const read = async () => {
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      for (const [, number] of chunk.matchAll(/"revision":(\d+)/g))
        told = { revision: Number(number), at: performance.now() };
      wake();
    }
  };
  read().catch(() => {});
  return async (revision) => {
    while (!told || told.revision < revision)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return told.at;
  };
}
