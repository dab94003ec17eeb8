/** `npm run build`: server, command line and web app into their `dist`. */
import { build } from './lib/build.mjs';
import { printError } from './lib/terminal.mjs';

try {
  await build();
} catch (error) {
  printError(error);
  process.exitCode = 1;
}
