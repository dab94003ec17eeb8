import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** Builds the command line for the tests of one file; gives the script to run. */
export function bundleForTests(): string {
  // Beside the packages that stay outside the bundle.
  const folder = fileURLToPath(new URL(`../../node_modules/.karma-test-${randomUUID()}`, import.meta.url));
  const build = fileURLToPath(new URL('../../../../scripts/build.mjs', import.meta.url));
  execFileSync(process.execPath, [build, folder]);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'karma.mjs');
}
