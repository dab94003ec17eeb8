import { run } from './process.mjs';
import { contentStamp, unlessStamped } from './stamp.mjs';
import { dim, step } from './terminal.mjs';

/** Brings node_modules in step with the lock file; the stamp lives in it, so that removing it starts afresh. */
export async function install() {
  const wasDone = await unlessStamped('node_modules/.karma-lock', contentStamp(['pnpm-lock.yaml']), () =>
    step('Install dependencies', () =>
      run('npx', ['--yes', 'pnpm@12', 'install', '--frozen-lockfile'], {
        env: { CI: 'true' },
        remedy: 'Is the package registry reachable? Behind a proxy, set HTTPS_PROXY; then run this again.',
      }),
    ),
  );
  if (!wasDone) console.log(dim('✓ Dependencies are in step with the lock file'));
}
