/**
 * `node scripts/screenshots.mjs [folder]`: pictures of the main views in both sizes and colour schemes, over the
 * build and a fresh example organisation, into a folder outside of the repository unless told otherwise.
 */

import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from './lib/build.mjs';
import { provideChromium } from './lib/chromium.mjs';
import { install } from './lib/install.mjs';
import { root, tool } from './lib/process.mjs';
import { checkRequirements } from './lib/requirements.mjs';
import { printError, step } from './lib/terminal.mjs';

const [folder = path.join(tmpdir(), 'karma-screenshots')] = process.argv.slice(2);

try {
  checkRequirements();
  await install();
  await build();
  const env = { CHROMIUM_PATH: await provideChromium() };
  await step(`Take screenshots into ${folder}`, () =>
    tool('node_modules/tsx/dist/cli.mjs', ['e2e/src/screenshots.ts', path.resolve(folder)], {
      env,
      cwd: root,
    }),
  );
} catch (error) {
  printError(error);
  process.exitCode = 1;
}
