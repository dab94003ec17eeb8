import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root, tool } from './process.mjs';
import { dim, step } from './terminal.mjs';

/** Creates the example organisation in `directory` unless it is there; gives the path of its configuration. */
export async function example(directory) {
  const config = path.join(directory, 'karma.config.json');
  const shown = path.relative(root, directory);
  // The configuration is written last: without it, what lies there was interrupted half-way.
  if (existsSync(config)) {
    console.log(dim(`✓ The example organisation is in ${shown}`));
    return config;
  }
  rmSync(directory, { recursive: true, force: true });
  await step(`Create the example organisation in ${shown}`, () =>
    tool('node_modules/tsx/dist/cli.mjs', ['examples/src/main.ts', directory]),
  );
  return config;
}
