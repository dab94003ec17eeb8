/**
 * Bundles server and command line into apps/cli/dist, or into the folder given; packages with native or WebAssembly
 * parts stay outside.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url);
const outdir = path.resolve(process.argv[2] ?? fileURLToPath(new URL('apps/cli/dist', root)));
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: { karma: fileURLToPath(new URL('apps/cli/src/main.ts', root)) },
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  external: ['libsql', 'web-tree-sitter', '@tree-sitter-grammars/tree-sitter-hcl'],
  // Some of what is bundled is CommonJS and asks for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
