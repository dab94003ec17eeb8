/** `npm run --silent karma -- <command>`: the command line, as built. */
import { existsSync } from 'node:fs';

const cli = new URL('../apps/cli/dist/karma.mjs', import.meta.url);
if (existsSync(cli)) await import(cli);
else {
  console.error(
    'The command line is not built yet. Run `npm start` once (it installs and builds), then again.',
  );
  process.exitCode = 1;
}
