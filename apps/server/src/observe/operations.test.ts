import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACTIONS } from '@karma/sources';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { RULES } from '../hooks/rules';
import { SECRET_VARIABLES } from '../hooks/secrets';
import { Metrics } from './metrics';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const document = readFileSync(path.join(root, 'docs/operations.md'), 'utf8');

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]);
const policySchema = z.strictObject({
  Version: z.literal('2012-10-17'),
  Statement: z
    .array(
      z
        .strictObject({
          Sid: z.string().regex(/^[A-Za-z0-9]+$/),
          Effect: z.literal('Allow'),
          Principal: z.record(z.string(), z.string()),
          Action: oneOrMore,
          Resource: oneOrMore,
          Condition: z.record(z.string(), z.record(z.string(), z.string())),
        })
        .partial({ Sid: true, Principal: true, Resource: true, Condition: true }),
    )
    .min(1),
});

const policies = [...document.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) =>
  policySchema.parse(JSON.parse(text)),
);
const statements = policies.flatMap(({ Statement }) => Statement);
const actionsOf = (sid: string) => statements.find(({ Sid }) => Sid === sid)?.Action ?? [];

/** Without resources of its own in AWS's Service Authorization Reference: policies of the user guide say `*`. */
const WITHOUT_RESOURCE = 'ssm:DescribeParameters';

it('allows by name, never by wildcard, and on named resources', () => {
  for (const { Action, Resource, Principal } of statements) {
    for (const action of Action) expect(action).toMatch(/^[a-z0-9-]+:[A-Za-z]+$/);
    expect(Resource ?? Principal).toBeDefined();
    if (Action.join() === WITHOUT_RESOURCE) expect(Resource).toEqual(['*']);
    else for (const resource of Resource ?? []) expect(resource).toMatch(/^arn:aws:[a-z0-9-]+:/);
  }
});

it('allows reading what is read, and no more', () => {
  const allowed = ['ListParametersWithoutValues', 'ReadParameters'].flatMap(actionsOf);
  expect(allowed.sort()).toEqual(ACTIONS.map((action) => `ssm:${action}`).sort());
});

it('allows what the sources call elsewhere', () => {
  const folder = path.join(root, 'packages/sources/src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const code = files.filter((file) => /(?<!\.test)\.ts$/.test(file));
  const called = code.flatMap(
    (file) => readFileSync(path.join(folder, file), 'utf8').match(/s3:[A-Z]\w+/g) ?? [],
  );
  for (const action of called) expect(actionsOf('ReadStates')).toContain(action);
  expect(actionsOf('TakeChanges')).toEqual(['sqs:ReceiveMessage', 'sqs:DeleteMessage']);
});

it('lists every metric, and no other', async () => {
  const metrics = new Metrics();
  metrics.observe({
    statuses: () => [],
    isLeading: () => false,
    head: async () => ({ generation: 1, revision: 0, key: '', observations: 0 }),
  });
  const names = (await metrics.text()).matchAll(/^# TYPE (karma_\w+)/gm);
  const rows = document.split('\n').filter((line) => line.startsWith('| `karma_'));
  const listed = rows.flatMap((row) => row.split('|')[1]?.match(/karma_\w+/g) ?? []);
  expect(listed.sort()).toEqual([...names].map(([, name]) => name).sort());
  const alerted = document.match(/expr: .*/g)?.flatMap((line) => line.match(/karma_\w+/g) ?? []) ?? [];
  expect(alerted.length).toBeGreaterThan(0);
  for (const name of alerted) expect(listed).toContain(name.replace(/_bucket$/, ''));
});

it('says how to open each webhook', () => {
  for (const { hook } of RULES) {
    expect(document).toContain(`/hooks/${hook}`);
    expect(document).toContain(SECRET_VARIABLES[hook]);
  }
});
