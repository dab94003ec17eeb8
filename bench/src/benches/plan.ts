import type { Bench } from '../harness/figure';
import { karma, mutate, serve } from '../harness/karma';
import { median, p95, timeRuns } from '../harness/measure';
import { createWorld, type World } from '../harness/worlds';
import { commitToBranch, connectToHub, editConfig } from '../organisation/write';

const PLANS = 200;
const REVIEWS = 7;

export const plan: Bench = {
  name: 'plan',
  async run() {
    const world = createWorld({ components: 10_000, seed: 7 });
    await karma('ingest', '--config', world.karmaConfig);
    commitToBranch(world.configRepository, 'change', edited(world, 50, 0));
    const reviews = await timeRuns(REVIEWS, () =>
      karma('review', '--config', world.karmaConfig, '--base', 'main', '--head', 'change'),
    );
    const server = await serve(world.karmaConfig);
    try {
      const resident = server.residentMegabytes();
      const ask = (run: number) => mutate(server.url, 'plan', { files: draft(world, run) });
      const plans = await timeRuns(PLANS, ask, { warmUp: 20 });
      return [
        {
          work: 'plan of a draft of 5 components, 10,000 components, over HTTP',
          measure: 'p95',
          value: p95(plans),
          unit: 'ms',
          bar: 60,
        },
        {
          work: '`karma review` of a branch with 50 changed files, 10,000 components, cold command line',
          measure: 'median',
          value: median(reviews),
          unit: 'ms',
          bar: 4000,
        },
        {
          work: 'server with 10,000 components: what plans add',
          measure: 'resident',
          value: server.residentMegabytes() - resident,
          unit: 'MB',
        },
      ];
    } finally {
      await server.stop();
    }
  },
};

/** Path → text of configs here and there: resized, and every second one connected to the hub. */
function edited({ organisation }: World, count: number, run: number): Map<string, string> {
  const configs = [...organisation.configs];
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const [path, text] = configs[(run * 7919 + index * 104_729) % configs.length] ?? ['', ''];
      const resized = editConfig(text, 1_000_000 + run);
      return [path, index % 2 === 0 ? resized : connectToHub(resized)];
    }),
  );
}

/** Four edits and a new component; every fourth draft also edits the hub. */
function draft(world: World, run: number): { readonly id: string; readonly text: string }[] {
  const { organisation } = world;
  const hub = `iac/${organisation.hub}/config.json`;
  const files = [...edited(world, run % 4 === 0 ? 3 : 4, run)];
  if (run % 4 === 0) files.push([hub, editConfig(organisation.configs.get(hub) ?? '{}', run)]);
  return [
    ...files.map(([path, text]) => ({ id: path.slice('iac/'.length, -'/config.json'.length), text })),
    { id: `prod/worker/new-${run}`, text: '{ "name": "new", "vpc_nickname": "main" }' },
  ];
}
