import { type ComponentId, componentIdSchema } from '@karma/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code, plain } from './markdown-text';
import { masked } from './masked';
import { type PlanDocument, renderPlanMarkdown } from './render-plan-markdown';

const id = (text: string): ComponentId => componentIdSchema.parse(text);
const VPC = id('prod/vpc/main');
const APP = id('prod/app/web');

const plan = (more: Partial<PlanDocument> = {}): PlanDocument => ({
  components: [
    {
      id: VPC,
      kind: 'changed',
      path: 'iac/prod/vpc/main/config.json',
      fields: [{ pointer: '/cidr', before: '"10.0.0.0/16"', after: '"10.0.0.0/8"' }],
    },
  ],
  impact: {
    total: 1,
    rings: [1],
    byCertainty: { certain: 1, likely: 0, possible: 0 },
    items: [{ id: APP, distance: 1, certainty: 'certain', via: VPC, wave: 1 }],
    waves: [[VPC], [APP]],
    notAffected: [{ id: id('prod/audit/log'), reason: 'It reads flow_log of prod/vpc/main.' }],
    reachable: 2,
  },
  findings: [
    {
      id: 'x',
      kind: 'touches-production',
      level: 'warning',
      component: VPC,
      reason: 'It is in prod.',
      remedy: 'Ask.',
    },
  ],
  risk: {
    score: 31,
    level: 'medium',
    factors: [{ name: 'production', weight: 25, value: 1, why: 'in production' }],
  },
  picture: { components: [], dependencies: [] },
  link: 'https://karma.example/?draft=a(b)%20c',
  ...more,
});

interface Sizes {
  readonly changed: number;
  readonly found: number;
  readonly reached: number;
  readonly drawn: number;
  /** Of each text: the mark is written in more characters than it has. */
  readonly text: number;
}

function large({ changed, found, reached, drawn, text }: Sizes): PlanDocument {
  const base = plan();
  const [component] = base.components;
  const [finding] = base.findings;
  if (!component || !finding) throw new Error('One of each.');
  const long = '|'.repeat(text);
  const many = (length: number) => Array.from({ length }, (_, n) => id(`prod/app/a${n}`));
  return plan({
    components: many(changed).map((each) => ({
      ...component,
      id: each,
      fields: [{ pointer: `/${long}`, before: JSON.stringify(long), after: null }],
    })),
    findings: many(found).map((each) => ({ ...finding, component: each, reason: long })),
    impact: {
      ...base.impact,
      total: reached,
      rings: many(reached).map(() => 1),
      items: many(reached).map((each) => ({
        id: each,
        distance: 1,
        certainty: 'certain',
        via: VPC,
        wave: 1,
      })),
      waves: [[VPC], many(reached)],
      notAffected: many(reached).map((each) => ({ id: each, reason: long })),
    },
    picture: {
      components: many(drawn).map((each, n) => ({
        id: each,
        environment: 'prod',
        type: 'app',
        nickname: `a${n}`,
        status: 'deployed',
        owner: null,
        tags: {},
        abstract: false,
        findings: { error: 0, warning: 0, info: 0 },
      })),
      dependencies: [],
    },
  });
}

describe('a plan in Markdown', () => {
  it('says what changes, who is affected, and how risky it is', () => {
    const text = renderPlanMarkdown(plan());
    expect(text).toContain('**1 component changed, 1 component affected.** Risk medium (31 of 100).');
    expect(text).toContain(
      '| <code>/cidr</code> | <code>&#34;10.0.0.0/16&#34;</code> | <code>&#34;10.0.0.0/8&#34;</code> |',
    );
    expect(text).toContain('1. <code>prod/vpc/main</code>\n1. <code>prod/app/web</code>');
    expect(text).toContain('1 component downstream read something else');
    expect(text).toContain('](https://karma.example/?draft=a%28b%29%20c)');
  });

  it('marks in the picture what is edited', () => {
    const { picture } = large({ changed: 0, found: 0, reached: 0, drawn: 3, text: 0 });
    const [first] = plan().components;
    if (!first) throw new Error('One component.');
    const components = [{ ...first, id: id('prod/app/a1'), kind: 'removed' as const }];
    const text = renderPlanMarkdown(plan({ components, picture }));
    expect(text).toContain('c1["a1<br/>app<br/>removed"]\n');
    expect(text).toContain('c2["a2<br/>app"]\n');
    expect(text).toContain('  classDef marked stroke-width: 3px\n  class c1 marked\n```');
  });

  it('says how much it leaves out', () => {
    const items = Array.from({ length: 60 }, (_, index) => ({
      id: id(`prod/app/a${index}`),
      distance: 1,
      certainty: 'certain' as const,
      via: VPC,
      wave: 1,
    }));
    const text = renderPlanMarkdown(plan({ impact: { ...plan().impact, total: 400, items } }));
    expect(text).toContain('… and 350 more.');
  });

  it('is as long as GitHub takes, and never cut in the middle of anything', () => {
    const size = fc.integer({ min: 0, max: 300 });
    const sizes = fc.record({ changed: size, found: size, reached: size, drawn: size, text: size });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 2000, max: 60_000 }), (wanted, most) => {
        const text = renderPlanMarkdown(large(wanted), most);
        expect(text.length).toBeLessThanOrEqual(most);
        expect(text).toContain('affected.**');
        expect(text).toMatch(/\]\(https:\/\/karma\.example\/[^\n]*\)\n$/);
        expect(text.match(/^```/gm)?.length ?? 0).toBe(text.includes('```mermaid') ? 2 : 0);
        expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
        for (const row of text.split('\n').filter((line) => line.startsWith('|'))) expect(row).toMatch(/\|$/);
      }),
    );
    const huge = renderPlanMarkdown(large({ changed: 300, found: 300, reached: 300, drawn: 300, text: 300 }));
    expect(huge).toContain('### Blast radius');
    expect(huge).toMatch(/… and \d+ more\./);
  });

  it('takes nothing in names and values for markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.string(), (pointer, value) => {
        const [component] = plan().components;
        if (!component) throw new Error('One component.');
        const fields = [{ pointer, before: value, after: null }];
        const text = renderPlanMarkdown(plan({ components: [{ ...component, fields }] }));
        const row = text
          .split('\n')
          .filter((line) => line.startsWith('| <code>prod/vpc/main</code> | <code>') && line.endsWith('– |'));
        expect(row).toHaveLength(1);
        expect(row[0]?.split('|')).toHaveLength(6);
        expect(text.replaceAll(/<\/?(?:code|details|summary)>/g, '')).not.toContain('<');
      }),
    );
    expect(plain('<b> [x](y) @team #1 `c` *d* _e_')).not.toMatch(/[<[\]@`*_]|#(?!\d)/);
    expect(code('a|b\nc')).toBe('<code>a&#124;b c</code>');
  });
});

describe('what looks like a secret', () => {
  it.each([
    ['/db_password', '"x"'],
    ['/functions/a/env/API_KEY', '"x"'],
    ['/auth', '{"client_secret":"x"}'],
  ])('is masked at %s', (pointer, json) => expect(masked(pointer, json)).toBe('•••'));

  it('does not hide the rest, nor what is not set', () => {
    expect(masked('/cidr', '"10.0.0.0/8"')).toBe('"10.0.0.0/8"');
    expect(masked('/db_password', null)).toBeNull();
    expect(masked('/text', `"${'x'.repeat(500)}"`)).toHaveLength(120);
  });
});
