import path from 'node:path';
import type { PlanDocument } from '@karma/render';
import { renderPlanMarkdown } from '@karma/render';

/** GitHub takes 65,536 characters. */
const MAX_LENGTH = 60_000;

/** A branch of the same draft; `url` of its pull request, `null` where there is none or not yet. */
export interface OtherPart {
  readonly url: string | null;
  readonly repository: string;
  readonly branch: string;
  readonly base: string;
}

interface ProposalText {
  /** Markdown, as its author wrote it. */
  readonly summary: string;
  readonly plan: PlanDocument;
  /** Where it goes. */
  readonly repository: string;
  readonly others: readonly OtherPart[];
}

/** Body of a pull request: what its author says, the other branches of the same draft, the plan. */
export function proposalBody({ summary, plan, repository, others }: ProposalText): string {
  const names = others.map((other) => nameOf(other, repository));
  const together = names.length > 0 ? `Goes together with ${names.join(', ')}.` : '';
  const words = [summary.trim(), together]
    .filter(Boolean)
    .map((text) => `${text}\n\n`)
    .join('');
  return words + renderPlanMarkdown(plan, MAX_LENGTH - words.length);
}

function nameOf({ url, repository, branch, base }: OtherPart, from: string): string {
  if (url !== null) return `<${url}>`;
  const name = `\`${branch}\` into \`${base}\``;
  return repository === from ? name : `${name} of \`${path.basename(repository)}\``;
}
