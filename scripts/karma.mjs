/** `npm run --silent karma -- <command>`: the command line, as built, where the person stands. */
import { existsSync } from 'node:fs';
import { withLastWorld } from './lib/last-world.mjs';

const cli = new URL('../apps/cli/dist/karma.mjs', import.meta.url);
const directory = process.env.INIT_CWD ?? process.cwd();
if (existsSync(cli)) {
  process.chdir(directory);
  process.argv.splice(2, Number.POSITIVE_INFINITY, ...withLastWorld(process.argv.slice(2), { directory }));
  await import(cli);
} else {
  console.error(
    'The command line is not built yet. Run `npm start` once (it installs and builds), then again.',
  );
  process.exitCode = 1;
}
