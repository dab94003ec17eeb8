import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';

/** Makes one file of a script that the tests of a file start again and again: it starts in a quarter of the time. */
export function bundledForTests(script: string): string {
  // Beside the packages that stay outside: they find files of their own by where they are.
  const outfile = join(import.meta.dirname, `../node_modules/.karma-test-${randomUUID()}.mjs`);
  beforeAll(async () => {
    const external = ['gremlin', 'libsql', 'ws', '@aws-sdk/*', '@smithy/*'];
    await build({ entryPoints: [script], outfile, bundle: true, platform: 'node', format: 'esm', external });
  });
  afterAll(() => rmSync(outfile, { force: true }));
  return outfile;
}
