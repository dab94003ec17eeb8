import { answerImpact } from '@karma/server';
import type { WorldOptions } from '../options';
import { colours, count, print, printJson, section, table } from '../print';
import { findComponent, withGraph } from '../with-graph';

const LIMIT = 5000;

export function impactCommand(
  component: string,
  options: WorldOptions & { readonly key?: string },
): Promise<void> {
  return withGraph(options, async (reads) => {
    const id = await findComponent(reads, component);
    const impact = await reads.views.ask(undefined, (view) =>
      answerImpact(view, { id, output: options.key, depth: LIMIT, limit: LIMIT, waves: true }),
    );
    if (options.json) return printJson(impact);
    const { total, byCertainty, items, waves, notAffected } = impact;
    const what = options.key === undefined ? id : `${id}, output ${options.key}`;
    if (total === 0) print(`Nothing depends on ${what}.`);
    else {
      print(
        `${colours.bold(what)} reaches ${count(total, 'component')}: ${byCertainty.certain} certain, ${byCertainty.likely} likely, ${byCertainty.possible} possible`,
        '',
        ...table(
          ['component', 'distance', 'certainty', 'wave', 'via'],
          items.map(({ card, distance, certainty, wave, via }) => [
            card.id,
            String(distance),
            certainty,
            wave === null ? '' : String(wave + 1),
            via,
          ]),
        ),
        ...(items.length < total ? [colours.dim(`… and ${total - items.length} more`)] : []),
        '',
        colours.dim(`${count(waves?.length ?? 0, 'wave')}: roll out wave 1 first.`),
      );
    }
    print(...section('Not affected: they read other outputs', notAffected));
  });
}
