import path from 'node:path';
import { root, run, tool } from './process.mjs';
import { contentStamp, unlessStamped } from './stamp.mjs';
import { dim, step } from './terminal.mjs';

const INGREDIENTS = ['apps', 'packages', 'scripts/build.mjs', 'pnpm-lock.yaml', 'tsconfig.base.json'];

/** Builds server and command line (esbuild) and the web app (Vite) into their `dist`, unless nothing changed. */
export async function build() {
  const wasDone = await unlessStamped('apps/web/dist/.stamp', contentStamp(INGREDIENTS), () =>
    step('Build', async () => {
      await tool('scripts/build.mjs', []);
      await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
        cwd: path.join(root, 'apps/web'),
      });
    }),
  );
  if (!wasDone) console.log(dim('✓ The build is current'));
}
