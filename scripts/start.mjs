/**
 * `npm start`: install, build, create the example organisation, ingest it, serve it. Each step is skipped when it
 * is done already. With `--repo <config repo> --iac <modules repo>` or `--config <file>` it shows one's own instead;
 * other flags go to `karma serve`.
 */
import path from 'node:path';
import { build } from './lib/build.mjs';
import { example } from './lib/example.mjs';
import { install } from './lib/install.mjs';
import { rememberWorld } from './lib/last-world.mjs';
import { exitCode, INTERRUPTED, root, tool } from './lib/process.mjs';
import { checkRequirements } from './lib/requirements.mjs';
import { printError, step } from './lib/terminal.mjs';
import { chooseWorld } from './lib/world.mjs';

const CLI = 'apps/cli/dist/karma.mjs';

try {
  checkRequirements();
  const { world, serveFlags } = chooseWorld(process.argv.slice(2));
  await install();
  await build();
  const worldFlags = world ?? ['--config', await example(path.join(root, '.karma/example'))];
  rememberWorld(worldFlags);
  await step('Ingest what is new', () => tool(CLI, ['ingest', ...worldFlags]));
  const code = await exitCode(process.execPath, [
    path.join(root, CLI),
    'serve',
    ...worldFlags,
    ...serveFlags,
  ]);
  // Ctrl-C is how a server is meant to end.
  process.exitCode = code === INTERRUPTED ? 0 : code;
} catch (error) {
  printError(error);
  process.exitCode = 1;
}
