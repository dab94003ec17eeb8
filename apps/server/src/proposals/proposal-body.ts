import type { PlanDocument } from '@karma/render';
import { renderPlanMarkdown } from '@karma/render';

/** GitHub takes 65,536 characters. */
const MAX_LENGTH = 60_000;

/**
 * Body of a pull request: what its author says, the plan, and the other pull requests of the same draft.
 * @param others addresses.
 */
export function proposalBody(summary: string, plan: PlanDocument, others: readonly string[]): string {
  const linked =
    others.length === 0 ? '' : `Goes together with ${others.map((url) => `<${url}>`).join(', ')}.\n\n`;
  const text = `${summary.trim()}${summary.trim() ? '\n\n' : ''}${linked}${renderPlanMarkdown(plan)}`;
  if (text.length <= MAX_LENGTH) return text;
  return `${text.slice(0, text.lastIndexOf('\n', MAX_LENGTH))}\n\n… the rest is left out: look at it in Karma.\n`;
}
