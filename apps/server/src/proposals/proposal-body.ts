import path from 'node:path';
import type { PlanDocument } from '@karma/render';
import { renderPlanMarkdown } from '@karma/render';

/** GitHub takes 65,536 characters. */
const MAX_LENGTH = 60_000;

/**
 * In Markdown, only a code fence and HTML reach past an empty line that follows: without a parser it is not known
 * whether they do.
 */
const MAY_GO_ON = /```|~~~|<[a-z/!?]/i;

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

/**
 * Body of a pull request: what its author says, the other branches of the same draft, the plan. What the author says
 * comes last where it could swallow or restyle the rest.
 */
export function proposalBody({ summary, plan, repository, others }: ProposalText): string {
  const names = others.map((other) => nameOf(other, repository));
  const together = names.length > 0 ? `Goes together with ${names.join(', ')}.` : '';
  const said = summary.trim();
  const [above, below] = MAY_GO_ON.test(said) ? [[together], said] : [[said, together], ''];
  const words = above
    .filter(Boolean)
    .map((text) => `${text}\n\n`)
    .join('');
  const end = below && `\n${below}\n`;
  return words + renderPlanMarkdown(plan, MAX_LENGTH - words.length - end.length) + end;
}

function nameOf({ url, repository, branch, base }: OtherPart, from: string): string {
  if (url !== null) return `<${url}>`;
  const name = `\`${branch}\` into \`${base}\``;
  return repository === from ? name : `${name} of \`${path.basename(repository)}\``;
}
