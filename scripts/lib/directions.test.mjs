import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readManifests, wrongDirections } from './directions.mjs';
import { root } from './process.mjs';

describe('manifests', () => {
  test('those of this repository point the right way', () => {
    const manifests = readManifests(root);
    expect(manifests.map(({ name }) => name)).toEqual(expect.arrayContaining(['@karma/core', '@karma/web']));
    expect(wrongDirections(manifests)).toEqual([]);
  });

  test.each([
    ['@karma/core', '@karma/store'],
    ['@karma/layout', '@karma/store'],
    ['@karma/render', '@karma/layout'],
    ['@karma/query', '@karma/store'],
    ['@karma/store', '@karma/sources'],
    ['@karma/sources', '@karma/ingest'],
    ['@karma/ingest', '@karma/server'],
    ['@karma/web', '@karma/server'],
    ['@karma/core', 'react'],
    ['@karma/ingest', 'express'],
    ['@karma/server', 'libsql'],
  ])('%s may not depend on %s', (name, dependency) => {
    expect(wrongDirections([{ name, dependencies: { [dependency]: '*' } }])).toHaveLength(1);
  });
});

describe('lint', () => {
  const allowed = {
    'packages/core/src/a.test.ts': "import { readFile } from 'node:fs';\nreadFile();\n",
    'packages/store/src/a.ts': "import { a } from '@karma/core';\nimport { b } from '../b';\na(b);\n",
    'packages/ingest/src/a.test.ts': "import { a } from '@karma/store/contract';\na();\n",
    'packages/layout/src/a.ts': "import { a } from '@karma/core';\na();\n",
    'apps/web/src/a.ts': "import type { AppRouter } from '@karma/server';\nexport type A = AppRouter;\n",
  };
  const forbidden = {
    'packages/core/src/node.ts': "import { readFile } from 'node:fs';\nreadFile();\n",
    'packages/core/src/ours.ts': "import { a } from '@karma/store';\na();\n",
    'packages/layout/src/node.ts': "import { readFile } from 'node:fs';\nreadFile();\n",
    'packages/render/src/node.ts': "import { readFile } from 'node:fs';\nreadFile();\n",
    'packages/layout/src/ours.ts': "import { a } from '@karma/sources';\na();\n",
    'packages/query/src/node.ts': "import { readFile } from 'node:fs';\nreadFile();\n",
    'packages/query/src/ours.ts': "import { a } from '@karma/store';\na();\n",
    'packages/store/src/deep.ts': "import { a } from '@karma/core/src/graph';\na();\n",
    'packages/store/src/relative.ts': "import { a } from '../../core/src/graph';\na();\n",
    'apps/server/src/deep.ts': "import { a } from '@karma/sources/src/git';\na();\n",
    'apps/web/src/node.ts': "import { readFile } from 'node:fs';\nreadFile();\n",
    'apps/web/src/value.ts': "import { openKarma } from '@karma/server';\nopenKarma();\n",
    'apps/web/src/everything.ts': "import * as server from '@karma/server';\nserver.openKarma();\n",
    'apps/web/src/other-type.ts': "import type { Karma } from '@karma/server';\nexport type A = Karma;\n",
  };
  let directory = '';
  let reported = new Set();

  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'karma-directions-'));
    copyFileSync(path.join(root, 'biome.json'), path.join(directory, 'biome.json'));
    writeFileSync(path.join(directory, '.gitignore'), 'dist\n');
    for (const [file, text] of Object.entries({ ...allowed, ...forbidden })) {
      mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
      writeFileSync(path.join(directory, file), text);
    }
    const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
    const flags = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '.'];
    const { stdout } = spawnSync(process.execPath, [biome, ...flags], { cwd: directory, encoding: 'utf8' });
    reported = new Set(JSON.parse(stdout).diagnostics.map((diagnostic) => diagnostic.location.path));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  test.each(Object.keys(forbidden))('%s is refused', (file) => {
    expect(reported).toContain(file);
  });
  test.each(Object.keys(allowed))('%s is fine', (file) => {
    expect(reported).not.toContain(file);
  });
});
