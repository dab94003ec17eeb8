import { componentIdSchema, type EnvironmentSettings, placementId } from '@karma/core';
import { createMemoryStore, type Store } from '@karma/store';
import { expect, it } from 'vitest';
import { createConfigurationSource } from './configuration-source';
import { createIngest } from './create-ingest';
import { createReportSource, fileReport, removeUnreadableReport } from './report-source';

const clock = () => new Date('2026-01-02T00:00:00Z');
const prod: EnvironmentSettings = {
  name: 'prod',
  placements: [{ name: 'acme', account: '1', region: 'eu-west-1', allowDrift: false }],
  prefix: '/iac',
  abstract: false,
};
const filed = (version: string, at = '2026-01-01T00:00:00Z') => ({
  component: componentIdSchema.parse('prod/lambda/api'),
  placements: [placementId('1', 'eu-west-1')],
  actor: 'pipeline',
  report: { at, version, url: null },
});

function ingestOf(store: Store) {
  const ingest = createIngest({ store, holder: 'test', isGone: () => false, clock });
  const configuration = createConfigurationSource({ settings: prod }, clock);
  const reports = createReportSource(store.records, clock);
  return () => ingest.run([configuration, reports]);
}

it('takes in what was filed, once, in the order in which it happened', async () => {
  const store = createMemoryStore();
  const sync = ingestOf(store);
  await fileReport(store.records, filed('v2', '2026-01-01T12:00:00Z'));
  await fileReport(store.records, filed('v1'));
  await sync();
  const revisions = await store.log.revisions({ limit: 10 });
  expect(revisions.map(({ actor, message }) => [actor, message])).toEqual([
    ['pipeline', 'Deployed v2'],
    ['pipeline', 'Deployed v1'],
  ]);
  const component = await (await store.reader()).component(filed('v2').component);
  expect(component).toMatchObject({
    status: 'runtime-only',
    placements: [{ deployedAt: '2026-01-01T12:00:00.000Z', evidence: [{ kind: 'report', version: 'v2' }] }],
  });
  expect(await sync()).toMatchObject({ observations: 0 });
  expect(await store.records.list('deployment-report', { limit: 10 })).toEqual([]);
  expect(await sync()).toMatchObject({ observations: 0 });
});

it('names one that cannot be read, and takes in the others', async () => {
  const store = createMemoryStore();
  const sync = ingestOf(store);
  await store.records.put('deployment-report', 'odd', { ...filed('v1'), component: 'no id' }, 0);
  await fileReport(store.records, filed('v2'));
  expect((await sync()).sources.at(-1)).toMatchObject({
    observations: 1,
    problems: [
      {
        file: 'deployment-report/odd',
        reason: expect.stringContaining('component'),
        remedy: expect.stringContaining('karma report remove odd,'),
      },
    ],
  });
  expect(await store.records.get('deployment-report', 'odd')).toBeDefined();
  expect((await sync()).sources.at(-1)?.problems).toHaveLength(1);
  expect(await removeUnreadableReport(store.records, 'odd')).toBe(true);
  expect((await sync()).sources.at(-1)?.problems).toEqual([]);
});

it('loses none when another process takes them in', async () => {
  const store = createMemoryStore();
  await fileReport(store.records, filed('v1'));
  await ingestOf(store)();
  await fileReport(store.records, filed('v2', '2026-01-01T12:00:00Z'));
  expect(await ingestOf(store)()).toMatchObject({ observations: 1, revisions: 1 });
});

it('takes away none that can be read, and none that is not there', async () => {
  const store = createMemoryStore();
  await fileReport(store.records, filed('v1'));
  const [report] = await store.records.list('deployment-report', { limit: 10 });
  expect(await removeUnreadableReport(store.records, report?.id ?? '')).toBe(false);
  expect(await removeUnreadableReport(store.records, 'odd')).toBe(false);
  expect((await ingestOf(store)()).sources.at(-1)).toMatchObject({ observations: 1 });
});
