import { readFileSync } from 'node:fs';
import { plan } from '@karma/core';
import { type Draft, DraftFormatError, draftFiles, parseDraft } from '@karma/editor';
import { PresentWorld } from '@karma/ingest';
import { type PlanDocument, renderPlanMarkdown } from '@karma/render';
import { ConfigError, draftEdits, openKarma, planToDocument, review } from '@karma/server';
import { configurationOf } from '../configuration';
import type { PlanOptions } from '../options';
import { colours, count, print, printJson, section, table } from '../print';

/** Exit code of a plan with findings of the severity that was asked for. */
const FOUND = 4;
const MAX_ROWS = 20;

/** The plan of a draft that the app exported. */
export async function planCommand({
  draft: file,
  ...options
}: PlanOptions & { readonly draft: string }): Promise<void> {
  const draft = readDraft(file);
  await withPresent(options, async ({ present }) => {
    const edits = draftEdits(draftFiles(draft).map(({ id, after }) => ({ id, text: after })));
    const document = await present.ask((now) => planToDocument(plan({ ...now, edits }), now));
    show(document, options);
  });
}

/** The plan of merging one ref of the config repo into another. */
export async function reviewCommand({
  base,
  head,
  environments,
  ...options
}: PlanOptions & {
  readonly base: string;
  readonly head: string;
  readonly environments?: string;
}): Promise<void> {
  await withPresent(options, async ({ present, karma, configuration }) => {
    const question = { base, head, environments: environments?.split(',') };
    const { plan: document } = await review(karma, present, configuration, question);
    show(document, options);
  });
}

async function withPresent(
  options: PlanOptions,
  ask: (opened: {
    readonly present: PresentWorld;
    readonly karma: Awaited<ReturnType<typeof openKarma>>;
    readonly configuration: ReturnType<typeof configurationOf>;
  }) => Promise<void>,
): Promise<void> {
  const configuration = configurationOf(options);
  const karma = await openKarma(configuration);
  try {
    await ask({ present: new PresentWorld(karma.store.log), karma, configuration });
  } finally {
    await karma.close();
  }
}

/** @throws DraftFormatError with the file's name. */
function readDraft(file: string): Draft {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const message = `The draft cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    throw new ConfigError(file, [{ pointer: '', line: null, message }]);
  }
  try {
    return parseDraft(text);
  } catch (error) {
    throw error instanceof DraftFormatError ? new DraftFormatError(`${file}: ${error.message}`) : error;
  }
}

function show(document: PlanDocument, options: PlanOptions): void {
  if (options.json) printJson(document);
  else if (options.markdown) print(renderPlanMarkdown(document).trimEnd());
  else printPlan(document);
  const { failOn } = options;
  const isFailing = document.findings.some(({ level }) => level === failOn || level === 'blocking');
  if (failOn !== undefined && isFailing) process.exitCode = FOUND;
}

function printPlan({ components, impact, findings, risk }: PlanDocument): void {
  const { bold, dim, red, yellow } = colours;
  const { certain, likely, possible } = impact.byCertainty;
  print(
    `${bold(count(components.length, 'component'))} changed, ${bold(count(impact.total, 'component'))} affected; risk ${bold(risk.level)} (${risk.score} of 100)`,
    ...section(
      'Changes',
      table(
        ['component', 'how', 'fields'],
        components.map(({ id, kind, fields }) => [id, kind, String(fields.length)]),
      ),
    ),
    ...section(
      'Findings',
      findings.flatMap(({ level, component, reason, remedy }) => [
        `${level === 'blocking' ? red('blocking') : yellow('warning ')} ${component ?? ''}`,
        `  ${reason}`,
        dim(`  ${remedy}`),
      ]),
    ),
  );
  if (impact.total === 0) return;
  const rows = impact.items
    .slice(0, MAX_ROWS)
    .map(({ id, distance, certainty, via }) => [id, String(distance), certainty, via]);
  const rest = impact.total - rows.length;
  print(
    ...section(`Blast radius: ${certain} certain, ${likely} likely, ${possible} possible`, [
      ...table(['component', 'distance', 'certainty', 'via'], rows),
      ...(rest > 0 ? [dim(`and ${rest} more`)] : []),
    ]),
    ...(impact.reachable > impact.total
      ? ['', dim(`${impact.reachable - impact.total} more are downstream and read something else.`)]
      : []),
  );
}
