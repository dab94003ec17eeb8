import { componentDetail } from '@karma/server';
import type { WorldOptions } from '../options';
import { colours, print, printJson, section, shortTime, table } from '../print';
import { findComponent, withGraph } from '../with-graph';

export function showCommand(component: string, options: WorldOptions): Promise<void> {
  return withGraph(options, async (reads) => {
    const id = await findComponent(reads, component);
    const detail = await reads.views.ask(undefined, (view) => componentDetail(reads.store, view, id));
    if (options.json) return printJson(detail);
    const { card, declaration, parents, placements, upstream, downstream, findings } = detail;
    const origin = declaration?.origin;
    print(
      `${colours.bold(id)}  ${card.status}${card.owner === null ? '' : `  owner ${card.owner}`}`,
      declaration
        ? colours.dim(
            `${declaration.path}, ${origin?.actor ?? 'unknown'}, ${shortTime(origin?.at ?? null)}: ${origin?.message ?? ''}`,
          )
        : colours.dim('Declared nowhere'),
      ...(parents.length > 0 ? [`extends ${parents.join(' → ')}`] : []),
      ...section(
        'Placements',
        placements.length === 0
          ? []
          : table(
              ['placement', 'status', 'published', 'deployed', 'evidence', 'outputs'],
              placements.map(({ name, status, publication, deployedAt, evidence, outputs }) => [
                name,
                status,
                publication ? shortTime(publication.origin.at) : '-',
                shortTime(deployedAt),
                evidence.map(evidenceInWords).join(', ') || '-',
                outputs.map(({ key }) => key).join(', '),
              ]),
            ),
      ),
      ...section(
        'Depends on',
        upstream.flatMap(({ to, evidence }) => [to, ...words(evidence)]),
      ),
      ...section(
        'Needed by',
        downstream.map(({ from }) => from),
      ),
      ...section(
        'Findings',
        findings.flatMap(({ severity, reason, remedy }) => [
          `${severity}: ${reason}`,
          colours.dim(`  ${remedy}`),
        ]),
      ),
    );
  });
}

function words(evidence: readonly { readonly words: string }[]): string[] {
  return evidence.map((one) => colours.dim(`  ${one.words}`));
}

type Evidence = Awaited<ReturnType<typeof componentDetail>>['placements'][number]['evidence'][number];

function evidenceInWords(evidence: Evidence): string {
  if (evidence.kind === 'report') return `reported ${evidence.version ?? ''}`.trimEnd();
  return `state ${evidence.serial} (${evidence.resources} resources)`;
}
