import { type ComponentId, componentIdSchema } from '@karma/core';
import { type PlanDocument, renderPlanMarkdown } from '@karma/render';
import fc from 'fast-check';
import { marked } from 'marked';
import { defaultTreeAdapter, parse, serializeOuter } from 'parse5';
import { describe, expect, it } from 'vitest';
import { proposalBody } from './proposal-body';

const VPC: ComponentId = componentIdSchema.parse('prod/vpc/main');
const plan: PlanDocument = {
  components: [
    {
      id: VPC,
      kind: 'changed',
      path: 'iac/prod/vpc/main/config.json',
      fields: [{ pointer: '/cidr', before: '"10.0.0.0/16"', after: '"10.0.0.0/8"' }],
    },
  ],
  impact: {
    total: 0,
    rings: [],
    byCertainty: { certain: 0, likely: 0, possible: 0 },
    items: [],
    waves: [[VPC]],
    notAffected: [],
    reachable: 0,
  },
  findings: [],
  risk: { score: 0, level: 'low', factors: [] },
  picture: { components: [], dependencies: [] },
  link: null,
};
const other = { url: null, repository: '/srv/config', branch: 'karma/wider-dev', base: 'dev' };
const bodyOf = (summary: string) =>
  proposalBody({ summary, plan, repository: '/srv/config', others: [other] });
const PLAN = renderPlanMarkdown(plan);

/** What stands at the top level of a page that shows it. */
function shown(markdown: string): string[] {
  const page = parse(`<!doctype html><body>${marked.parse(markdown, { async: false })}`);
  const [html] = page.childNodes.filter(defaultTreeAdapter.isElementNode);
  const body = html?.childNodes.find(({ nodeName }) => nodeName === 'body');
  if (!body || !defaultTreeAdapter.isElementNode(body)) throw new Error('A page has a body.');
  return body.childNodes.filter(defaultTreeAdapter.isElementNode).map((each) => serializeOuter(each));
}

describe('the body of a pull request', () => {
  it('begins with what its author says', () => {
    expect(bodyOf(' It is full.\n\n- `a < b`\n')).toBe(
      `It is full.\n\n- \`a < b\`\n\nGoes together with \`karma/wider-dev\` into \`dev\`.\n\n${PLAN}`,
    );
    expect(bodyOf('')).toBe(`Goes together with \`karma/wider-dev\` into \`dev\`.\n\n${PLAN}`);
  });

  it.each(['```json\n{}', '~~~', '<!-- why', '<details><summary>Why</summary>', '<s>', '<pre>'])(
    'ends with what its author says where that may go on: %s',
    (summary) => {
      expect(bodyOf(summary)).toBe(
        `Goes together with \`karma/wider-dev\` into \`dev\`.\n\n${PLAN}\n${summary}\n`,
      );
    },
  );

  it('shows the whole plan, and the other branches, whatever its author says', () => {
    const mark = fc.constantFrom(
      ...['`', '``', '```', '~~~', '<', '>', '/', '!', '--', '-->', '<!--', '<?', '<![CDATA['],
      ...['<details>', '</details>', '<pre>', '<table>', '<td>', '<s>', '<B', '<x-y a="', '<script>'],
      ...['- ', '1. ', '> ', '    ', '\t', '\n', '\n\n', '\r', '#', '===', '---', '|', '*', '**', '$$'],
      ...['[a]', '[a]: /b', '[^1]:', '\\', '&', 'word', ' '],
    );
    const summaries = fc.oneof(
      fc.array(mark, { maxLength: 12 }).map((marks) => marks.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    const wanted = shown(`Goes together with \`karma/wider-dev\` into \`dev\`.\n\n${PLAN}`);
    fc.assert(
      fc.property(summaries, (summary) => {
        const found = shown(bodyOf(summary));
        const start = found.indexOf(wanted[0] ?? '');
        expect(found.slice(start, start + wanted.length)).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', '```'])('leaves the plan the room that a long summary leaves: %s', (start) => {
    const fields = [{ pointer: '|'.repeat(300), before: '1', after: '2' }];
    const components = Array.from({ length: 29 }, (_, n) => ({
      id: componentIdSchema.parse(`prod/vpc/a${n}`),
      kind: 'changed' as const,
      path: '',
      fields,
    }));
    const long = { plan: { ...plan, components }, repository: '/srv/config', others: [] };
    expect(proposalBody({ ...long, summary: '' }).length).toBeGreaterThan(50_000);
    const body = proposalBody({ ...long, summary: start.padEnd(10_000, 'x') });
    expect(body.length).toBeLessThanOrEqual(60_000);
  });

  it('names the repository of a branch elsewhere', () => {
    const others = [{ ...other, repository: '/srv/more/config-dev' }];
    expect(proposalBody({ summary: '', plan, repository: '/srv/config', others })).toContain(
      'Goes together with `karma/wider-dev` into `dev` of `config-dev`.',
    );
  });
});
