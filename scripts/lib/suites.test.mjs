import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { playwrightRows } from './playwright-counts.mjs';
import { Suites } from './suites.mjs';

let directory = '';
let suites;
const totals = () => readFileSync(path.join(directory, 'totals'), 'utf8');

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'karma-suites-'));
  suites = new Suites(path.join(directory, 'totals'));
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  vi.spyOn(console, 'error').mockReturnValue(undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(directory, { recursive: true });
});

test('until the end is reached, what still runs counts as failed', async () => {
  expect(totals()).toBe('0 passed, 1 failed\n');
  await suites.check('lint', () => {});
  expect(totals()).toBe('1 passed, 1 failed\n');
  expect(suites.finish({ milliseconds: 0, isSkipFailure: false })).toBe(true);
  expect(totals()).toBe('1 passed, 0 failed\n');
});

test('a suite that breaks is one failure, and the next still runs', async () => {
  expect(
    await suites.check('types', () => {
      throw new Error('broken');
    }),
  ).toBe(false);
  await suites.tests('unit', async () => [{ suite: 'core', passed: 7, failed: 2, skipped: [] }]);
  expect(suites.finish({ milliseconds: 0, isSkipFailure: false })).toBe(false);
  expect(totals()).toBe('7 passed, 3 failed\n');
});

test('where nothing may be skipped, each skip is a failure', async () => {
  const skipped = [{ name: 'on real data', reason: 'the folder is not there' }];
  await suites.tests('unit', async () => [{ suite: 'core', passed: 1, failed: 0, skipped }]);
  expect(suites.finish({ milliseconds: 0, isSkipFailure: true })).toBe(false);
  expect(totals()).toBe('1 passed, 1 failed\n');
});

test('Playwright: nested suites, skips with reasons, and errors outside of tests count', () => {
  const of = (status, annotations = []) => ({ status, annotations, results: [{ duration: 5 }] });
  const rows = playwrightRows({
    suites: [
      {
        title: 'journey.spec.ts',
        specs: [{ title: 'a', tests: [of('expected')] }],
        suites: [
          {
            specs: [
              { title: 'b', tests: [of('unexpected')] },
              { title: 'c', tests: [of('skipped', [{ type: 'skip', description: 'no network' }])] },
            ],
          },
        ],
      },
    ],
    errors: [{ message: 'global setup' }],
  });
  expect(rows).toEqual([
    {
      suite: 'e2e/journey.spec.ts',
      passed: 1,
      failed: 1,
      skipped: [{ name: 'c', reason: 'no network' }],
      milliseconds: 15,
    },
    { suite: 'e2e, outside of tests', passed: 0, failed: 1, skipped: [], milliseconds: 0 },
  ]);
});
