/**
 * `npm test`: install, then every suite there is, on real parts. A suite that fails does not keep the next from
 * running. `.ci/run` calls it too; with CI=true nothing may be skipped.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from './lib/build.mjs';
import { provideChromium } from './lib/chromium.mjs';
import { readManifests, wrongDirections } from './lib/directions.mjs';
import { install } from './lib/install.mjs';
import { playwrightRows } from './lib/playwright-counts.mjs';
import { exitCode, root, tool } from './lib/process.mjs';
import { checkRequirements } from './lib/requirements.mjs';
import { Suites } from './lib/suites.mjs';
import { StepError } from './lib/terminal.mjs';
import { VITEST_COUNTS } from './lib/vitest-counts.mjs';

const start = performance.now();
const suites = new Suites(path.join(root, 'test-results/totals'));

const isReady = await suites.prepare('preparation', async () => {
  checkRequirements();
  await install();
});
if (isReady) await runSuites();
const isGood = suites.finish({
  milliseconds: performance.now() - start,
  isSkipFailure: process.env.CI === 'true',
});
process.exitCode = isGood ? 0 : 1;

async function runSuites() {
  let chromium;
  await suites.prepare('browser', async () => {
    chromium = await provideChromium();
  });
  // What cannot be had is named in the table: the suites that need it are skipped with the reason.
  await suites.prepare('test services', () =>
    tool('node_modules/tsx/dist/cli.mjs', ['scripts/services/src/provision.ts']),
  );
  await suites.check('lint and format', () => tool('node_modules/@biomejs/biome/bin/biome', ['check', '.']));
  await suites.check('types', checkTypes);
  await suites.check('directions of import', checkDirections);
  const isBuilt = await suites.prepare('build', build);
  await suites.tests('unit, property and contract tests', runVitest);
  if (isBuilt && chromium) await suites.tests('end-to-end tests', () => runPlaywright(chromium));
}

async function checkTypes() {
  const rooms = ['apps', 'packages'].flatMap((parent) =>
    readdirSync(path.join(root, parent)).map((name) => `${parent}/${name}`),
  );
  let hasErrors = false;
  for (const room of [...rooms, 'e2e', 'bench', 'examples', 'scripts/services']) {
    if (!existsSync(path.join(root, room, 'tsconfig.json'))) continue;
    const tsc = [path.join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', room];
    const code = await exitCode(process.execPath, tsc);
    console.log(`  ${code === 0 ? '✓' : '✗'} ${room}`);
    hasErrors ||= code !== 0;
  }
  if (hasErrors) throw new StepError('The types do not hold.', 'The compiler says where, above.');
}

function checkDirections() {
  const wrong = wrongDirections(readManifests(root));
  if (wrong.length) throw new StepError(wrong.join('\n  '), 'Which way imports point: docs/architecture.md');
}

async function runVitest() {
  const counts = path.join(root, VITEST_COUNTS);
  rmSync(counts, { force: true });
  const reporters = ['--reporter=default', '--reporter=./scripts/lib/vitest-counts.mjs'];
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const code = await exitCode(process.execPath, [vitest, 'run', ...reporters]);
  return rowsOf(() => JSON.parse(readFileSync(counts, 'utf8')), code, 'Vitest');
}

async function runPlaywright(chromium) {
  const report = path.join(root, 'test-results/playwright.json');
  rmSync(report, { force: true });
  const code = await exitCode(
    process.execPath,
    [path.join(root, 'e2e/node_modules/@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    {
      cwd: path.join(root, 'e2e'),
      env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    },
  );
  return rowsOf(() => playwrightRows(JSON.parse(readFileSync(report, 'utf8'))), code, 'Playwright');
}

/** The runner's own verdict counts as well: it may have failed where no test did. */
function rowsOf(readRows, code, runner) {
  let rows;
  try {
    rows = readRows();
  } catch {
    throw new StepError(`${runner} ended with code ${code} and left no report.`, 'Its output is above.');
  }
  if (code !== 0 && rows.every((row) => row.failed === 0))
    rows.push({ suite: `${runner} (code ${code})`, passed: 0, failed: 1, skipped: [], milliseconds: 0 });
  return rows;
}
