import { expect, it } from 'vitest';
import type { SourceStatus } from '../api/types';
import { headlineOf, inOrder, stateOf } from './headline';

const source = (change: Partial<SourceStatus> = {}): SourceStatus => ({
  name: 'git:main',
  kind: 'git',
  location: 'config (main)',
  everyMs: 2000,
  state: 'ok',
  lastAttemptAt: '2026-01-01T00:00:00.000Z',
  lastSyncAt: '2026-01-01T00:00:00.000Z',
  durationMs: 12,
  nextAttemptAt: null,
  staleSince: null,
  error: null,
  cursor: '3f2a1bc',
  problems: [],
  ...change,
});
const failed = source({ state: 'failed', error: { reason: 'It is away.', remedy: 'Bring it back.' } });
const flawed = source({ problems: [{ file: 'a.json', line: 1, reason: 'No JSON.', remedy: 'Mend it.' }] });
const never = source({ state: 'never', lastSyncAt: null });

it('says how all sources are doing, the worst first', () => {
  expect(headlineOf([source(), source()])).toEqual({ tone: 'good', text: 'All 2 sources are in sync' });
  expect(headlineOf([source(), failed, flawed])).toEqual({
    tone: 'bad',
    text: '1 of 3 sources cannot be read',
  });
  expect(headlineOf([source(), flawed])).toEqual({
    tone: 'warn',
    text: 'In sync, but for 1 file that cannot be read',
  });
  expect(headlineOf([source(), never]).text).toBe('The first sync is running');
});

it('says how one source is doing', () => {
  const states = [source(), failed, flawed, never, source({ state: 'syncing' })].map(stateOf);
  expect(states.map(({ text }) => text)).toEqual([
    'In sync',
    'Cannot be read',
    'In part',
    'Not asked yet',
    'Syncing',
  ]);
});

it('puts those in trouble first, and the configuration last', () => {
  const configuration = source({ name: 'environments', kind: 'configuration' });
  const broken = { ...failed, kind: 'configuration' as const };
  expect(inOrder([configuration, source(), flawed, broken])).toEqual([
    broken,
    flawed,
    source(),
    configuration,
  ]);
});
