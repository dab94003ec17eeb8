import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { read, root, run, tool } from './process.mjs';
import { dim, StepError, step } from './terminal.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Gives the path of a Chromium, installing one when the machine has none. */
export async function provideChromium() {
  const found = findChromium();
  if (found) {
    console.log(dim(`✓ Chromium is ${found}`));
    return found;
  }
  await step('Install Chromium', installChromium);
  const installed = findChromium() ?? playwrightChromium();
  if (installed && isExecutable(installed)) return installed;
  throw new StepError(
    'The end-to-end tests need Chromium, and none could be installed.',
    'Install Chromium or Google Chrome, or point CHROMIUM_PATH at one; then run this again.',
  );
}

function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !isExecutable(given))
    throw new StepError(`CHROMIUM_PATH is ${given}, which cannot be run.`, 'Correct it, or unset it.');
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return given ?? [...candidates, ...PLACES].find(isExecutable);
}

/** Debian's own package where that is possible, else the build that Playwright offers for this system. */
async function installChromium() {
  if (process.getuid?.() === 0 && read('apt-get', ['--version']) !== undefined) {
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  } else {
    await tool('e2e/node_modules/@playwright/test/cli.js', ['install', 'chromium'], {
      remedy:
        'Install Chromium or Google Chrome yourself, or point CHROMIUM_PATH at one; then run this again.',
    });
  }
}

function playwrightChromium() {
  const script = "import { chromium } from '@playwright/test'; console.log(chromium.executablePath())";
  return read(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: path.join(root, 'e2e'),
  });
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
