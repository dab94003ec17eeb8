import type { Draft } from '@karma/editor';

const MOST = 30;
const MAX_TITLE = 200;

function labelsOf({ steps, position }: Draft): string[] {
  return [...new Set(steps.slice(0, position).map(({ label }) => label))];
}

/** What a proposal is called until somebody says otherwise: its one step, else the draft's name. */
export function titleOf(draft: Draft): string {
  const [label, ...others] = labelsOf(draft);
  return (label !== undefined && others.length === 0 ? label : draft.name).slice(0, MAX_TITLE);
}

/** What was done, as a list in Markdown; empty where the title says it. */
export function summaryOf(draft: Draft): string {
  const labels = labelsOf(draft);
  if (labels.length < 2) return '';
  const rest = labels.length - MOST;
  return [
    ...labels.slice(0, MOST).map((label) => `- ${label}`),
    ...(rest > 0 ? [`- and ${rest} more`] : []),
  ].join('\n');
}
