import type { PlanDocument } from '@karma/render';
import { renderPlanMarkdown } from '@karma/render';

/** GitHub takes 65,536 characters. */
const MAX_LENGTH = 60_000;

/** A branch of the same draft; `url` of its pull request, `null` where there is none or not yet. */
export interface OtherPart {
  readonly url: string | null;
  readonly branch: string;
  readonly base: string;
}

/** Body of a pull request: what its author says, the other branches of the same draft, the plan. */
export function proposalBody(summary: string, plan: PlanDocument, others: readonly OtherPart[]): string {
  const names = others.map(({ url, branch, base }) =>
    url === null ? `\`${branch}\` into \`${base}\`` : `<${url}>`,
  );
  const words = [summary.trim(), ...(names.length > 0 ? [`Goes together with ${names.join(', ')}.`] : [])]
    .filter(Boolean)
    .map((text) => `${text}\n\n`)
    .join('');
  return words + renderPlanMarkdown(plan, MAX_LENGTH - words.length);
}
