import type { Bench, Figure } from '../harness/figure';
import { query as ask, karma, serve } from '../harness/karma';
import { p95, timeRuns } from '../harness/measure';
import { createWorld } from '../harness/worlds';

const RUNS = 20;

/** `%` is a number that differs from run to run. */
const FIELDS = [
  'type:*sq* tag.Owner:orders tag.Tier:2',
  'name:*-%* -has:findings',
  'tag.CostCenter:CC-1% or status:declared',
  'changed:<7d is:missing',
  'finding:dangling-reference or severity:error',
];
const PAYLOADS = [
  'config.settings.size>3 type:worker',
  'config.settings.*_*>%00',
  'config.name:*%*',
  'config.description:"*team orders" or output.arn:*',
];
const TRAVERSALS = [
  'vpc/main+',
  '+(name:*-%)+',
  '2+(name:*%)+3',
  'path(name:*-%, vpc/main)',
  'uses(vpc/main)',
];

export const query: Bench = {
  name: 'query',
  async run() {
    const { karmaConfig } = createWorld({ components: 10_000, seed: 7 });
    await karma('ingest', '--config', karmaConfig);
    const running = await serve(karmaConfig);
    const run = (text: string, limit: number) => ask(running.url, 'query', { text, limit });
    try {
      const figure = async (name: string, texts: readonly string[]): Promise<Figure> => ({
        work: `filter language, ${name}, 10,000 components, over HTTP, first 100`,
        measure: 'p95',
        value: p95(
          await timeRuns(
            RUNS * texts.length,
            (at) => run((texts[at % texts.length] ?? '').replaceAll('%', String(at % 97)), 100),
            { warmUp: 20 },
          ),
        ),
        unit: 'ms',
        bar: 30,
      });
      return [
        await figure('fields', FIELDS),
        await figure('values of configs and outputs', PAYLOADS),
        await figure('traversals', TRAVERSALS),
      ];
    } finally {
      await running.stop();
    }
  },
};
