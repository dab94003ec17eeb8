import { readFileSync } from 'node:fs';
import { plan } from '@karma/core';
import { type Draft, DraftFormatError, draftFiles, parseDraft } from '@karma/editor';
import { PresentWorld } from '@karma/ingest';
import { type PlanDocument, renderPlanMarkdown } from '@karma/render';
import { ConfigError, draftEdits, openKarma, planToDocument, review } from '@karma/server';
import { configurationOf } from '../configuration';
import type { PlanOptions } from '../options';
import { print, printJson } from '../print';
import { printPlan } from '../print-plan';

/** Exit code of a plan with findings of the severity that was asked for. */
const FOUND = 4;

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
