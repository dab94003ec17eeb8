import { answerPath } from '@karma/server';
import type { WorldOptions } from '../options';
import { colours, print, printJson } from '../print';
import { findComponent, withGraph } from '../with-graph';

export function pathCommand(from: string, to: string, options: WorldOptions): Promise<void> {
  return withGraph(options, async (reads) => {
    const ends = [await findComponent(reads, from), await findComponent(reads, to)] as const;
    const { head, path } = await reads.views.ask(undefined, (view) =>
      answerPath(view, { from: [ends[0]], to: [ends[1]] }),
    );
    if (options.json) return printJson({ head, path });
    if (!path) return print(`Neither ${ends[0]} nor ${ends[1]} depends on the other.`);
    const step = path.direction === 'upstream' ? 'depends on' : 'is needed by';
    for (const [index, { id }] of path.components.entries()) {
      print(index === 0 ? colours.bold(id) : `${step} ${colours.bold(id)}`);
      for (const { words } of path.dependencies[index]?.evidence ?? []) print(colours.dim(`  ${words}`));
    }
  });
}
