import { componentIdSchema } from '@karma/core';
import { createMemoryStore } from '@karma/store';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCaller } from '../api/router';
import { TestConfigs, testContext } from '../testing/test-context';

const id = (text: string) => componentIdSchema.parse(text);

let caller: ReturnType<typeof createCaller>;
let configs: TestConfigs;
let sync: () => Promise<unknown>;
beforeEach(async () => {
  configs = new TestConfigs();
  configs.write('prod/vpc/main', { cidr: '10.0.0.0/16' });
  configs.write('prod/app/web', { vpc_nickname: 'main' });
  const context = await testContext(createMemoryStore(), configs);
  caller = createCaller(context);
  sync = () => caller.sync();
  await sync();
});

describe('the plan of a draft', () => {
  it('says what changes, who is affected, and what is wrong', async () => {
    const plan = await caller.plan({
      files: [
        { id: id('prod/vpc/main'), text: '{ "cidr": "10.1.0.0/16" }' },
        { id: id('prod/app/two'), text: '{ "vpc_nickname": "gone" }' },
      ],
    });
    expect(plan.components).toEqual([
      expect.objectContaining({ id: 'prod/app/two', kind: 'created' }),
      expect.objectContaining({
        id: 'prod/vpc/main',
        fields: [{ pointer: '/cidr', before: '"10.0.0.0/16"', after: '"10.1.0.0/16"' }],
      }),
    ]);
    expect(plan.impact.items).toEqual([
      { id: 'prod/app/web', distance: 1, certainty: 'likely', via: 'prod/vpc/main', wave: 1 },
    ]);
    expect(plan.changes.components.map(({ after }) => after?.id)).toEqual([
      'prod/app/two',
      'prod/vpc/gone',
      'prod/vpc/main',
    ]);
    expect(plan.changes.components.map(({ before, after }) => [before?.findings, after?.findings])).toEqual([
      [undefined, { error: 1, warning: 0, info: 0 }],
      [undefined, { error: 0, warning: 0, info: 0 }],
      [
        { error: 0, warning: 0, info: 0 },
        { error: 0, warning: 0, info: 0 },
      ],
    ]);
    expect(plan.findings.map(({ kind, level }) => `${level} ${kind}`)).toContain(
      'blocking dangling-reference',
    );
    expect(plan.risk.factors).toHaveLength(6);
  });

  it('follows what is synced meanwhile', async () => {
    configs.write('prod/app/more', { vpc_nickname: 'main' });
    await sync();
    const { impact, head } = await caller.plan({ files: [{ id: id('prod/vpc/main'), text: null }] });
    expect(impact.items.map((item) => item.id)).toEqual(['prod/app/more', 'prod/app/web']);
    expect(head.revision).toBe(3);
  });

  it('answers what if a component failed, or were removed', async () => {
    const vpc = id('prod/vpc/main');
    const removed = await caller.whatIf({ id: vpc, mishap: 'removed' });
    expect(removed.findings[0]).toMatchObject({ kind: 'removes-provider', level: 'blocking' });
    const { impact, findings } = await caller.whatIf({ id: vpc, mishap: 'fails' });
    expect(impact.waves).toEqual([[vpc], ['prod/app/web']]);
    expect(findings).toEqual([]);
    await expect(caller.whatIf({ id: id('prod/vpc/none'), mishap: 'fails' })).rejects.toThrow(
      'There is no prod/vpc/none.',
    );
  });
});

describe('what the editor works with', () => {
  it('are the texts as Git has them', async () => {
    const { texts } = await caller.configTexts({ ids: [id('prod/vpc/main'), id('prod/vpc/none')] });
    expect(texts).toEqual([
      { id: 'prod/vpc/main', text: '{"cidr":"10.0.0.0/16"}' },
      { id: 'prod/vpc/none', text: null },
    ]);
  });

  it('are the types and conventions of an environment', async () => {
    expect(await caller.workbench({ environment: 'prod' })).toMatchObject({
      components: ['prod/app/web', 'prod/vpc/main'],
      types: [],
      conventions: null,
      isProduction: true,
      isAbstract: false,
    });
  });
});
