import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Component,
  createTopology,
  FINDING_KINDS,
  type Graph,
  lineage,
  parseComponentId,
  RULES,
  STATUSES,
} from '@karma/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exampleGraph } from './testing/example-graph';
import { temporaryDirectory } from './testing/temporary-directory';

const directory = temporaryDirectory();
let graph: Graph;

beforeAll(async () => {
  graph = (await exampleGraph(directory)).built.graph;
});

const component = (name: string): Component | undefined => {
  const id = parseComponentId(name);
  return id && graph.components.get(id);
};
const from = (name: string) => [...graph.dependencies.values()].filter((one) => one.from === name);
const to = (name: string) => [...graph.dependencies.values()].filter((one) => one.to === name);

describe('the example organisation', () => {
  it('is large enough to look real', () => {
    const declared = [...graph.components.values()].filter(({ declaration }) => declaration !== null);
    expect(declared.length).toBeGreaterThanOrEqual(60);
    for (const environment of ['prod', 'staging', 'dev'])
      expect(declared.filter((one) => one.environment === environment).length).toBeGreaterThan(15);
    expect(new Set(declared.map(({ type }) => type)).size).toBeGreaterThanOrEqual(12);
  });

  it.each(STATUSES)('has a component that is %s', (status) => {
    expect([...graph.components.values()].map((one) => one.status)).toContain(status);
  });

  it.each(FINDING_KINDS)('has a finding of the kind %s', (kind) => {
    expect([...graph.findings.values()].map((one) => one.kind)).toContain(kind);
  });

  it.each(RULES)('has a reference found by the rule %s', (rule) => {
    const evidence = [...graph.dependencies.values()].flatMap((one) => one.evidence);
    expect(evidence.map((one) => one.rule)).toContain(rule);
  });

  it('has a hub with more than twenty dependents', () => {
    expect(to('prod/vpc/main').length).toBeGreaterThanOrEqual(20);
  });

  it('has a chain of eight dependencies with no shorter way', () => {
    const start = parseComponentId('prod/cloudwatch-alarm/track-availability');
    if (start === undefined) throw new Error('not an id');
    const { items } = lineage(createTopology(graph), {
      id: start,
      direction: 'upstream',
      depth: 50,
      limit: 1000,
    });
    expect(items.at(-1)).toEqual({ id: 'prod/iam-role/key-admin', distance: -8 });
  });

  it('keeps secrets as names, and outputs one by one', () => {
    const [placement] = component('prod/rds-postgres/orders')?.placements ?? [];
    expect(placement?.outputs).toEqual(['database_arn', 'endpoint', 'password', 'port', 'subnet_ids']);
    expect(placement?.runtime.map(({ type }) => type)).toContain('SecureString');
  });

  it('publishes functions under their own names', () => {
    expect(component('prod/lambda/tracking')?.aliases).toContain('query-parcel');
    expect(to('prod/lambda/tracking').map((one) => one.from)).toContain('prod/openapi/tracking');
  });

  it('runs production in two accounts, the second with the core only', () => {
    expect(component('prod/ecs-service/orders')?.placements).toHaveLength(2);
    expect(component('prod/clickhouse/analytics')?.placements).toHaveLength(1);
  });

  it('inherits over environments', () => {
    expect(component('staging/ecs-service/orders')?.parents).toEqual([
      'prod/ecs-service/orders',
      'base/ecs-service/standard',
    ]);
  });

  it('knows what people confirmed and what they rejected', () => {
    const confirmed = from('prod/clickhouse/analytics').find((one) => one.to === 'prod/sns-topic/alerts');
    expect(confirmed?.evidence.map((one) => one.rule)).toContain('override');
    expect(from('prod/lambda/tracking').map((one) => one.to)).not.toContain('prod/sns-topic/order-status');
  });

  it('keeps what it holds itself to, but for one copy of a database', () => {
    const failed = [...graph.findings.values()].filter(({ kind }) => kind === 'failed-assertion');
    expect(failed.map((one) => `${one.severity} ${one.at} ${one.reason}`)).toEqual([
      'warning iac/staging/rds-postgres/orders/config.json:5 “Staging can be restored for three days” does not hold: /backup_retention_days has to be at least 3.',
    ]);
  });

  it('may refer to an auxiliary parameter, which is no component', () => {
    const findings = [...graph.findings.values()].filter(
      (one) => one.component === 'prod/clickhouse/analytics',
    );
    expect(findings.map((one) => one.reason).join()).not.toContain('ami');
    expect(component('prod/clickhouse/ami')).toBeUndefined();
  });

  it('infers from values: names of zones with and without their dot, and a queue by its address', () => {
    for (const site of ['prod/serverless-site/www', 'prod/serverless-site/track'])
      expect(from(site)).toContainEqual(
        expect.objectContaining({ to: 'prod/route53-zone/halyard', confidence: 'inferred' }),
      );
    expect(from('prod/ecs-service/returns')).toContainEqual(
      expect.objectContaining({ to: 'prod/sqs-queue/order-events', confidence: 'inferred' }),
    );
  });
});

describe('the drafts to try', () => {
  const originals = z.object({
    originals: z.array(z.object({ id: z.string(), text: z.string().nullable() })).min(1),
  });

  it('stand on the configs as they are', () => {
    const files = readdirSync(path.join(directory, 'drafts'));
    expect(files).not.toEqual([]);
    for (const file of files) {
      const draft = originals.parse(JSON.parse(readFileSync(path.join(directory, 'drafts', file), 'utf8')));
      for (const { id, text } of draft.originals) {
        const config = path.join(directory, 'config', 'iac', id, 'config.json');
        expect(existsSync(config) ? readFileSync(config, 'utf8') : null).toBe(text);
      }
    }
  });
});
