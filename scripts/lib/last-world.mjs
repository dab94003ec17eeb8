import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './process.mjs';

const FILE = path.join(root, '.karma/last-world.json');

/** Remembers which world `npm start` shows, as flags of the command line. */
export function rememberWorld(flags) {
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify(flags));
}

/**
 * The arguments of `karma`, with the world that `npm start` showed last where they name none and the current
 * directory has no `karma.config.json`.
 */
export function withLastWorld([command, ...rest], { directory, file = FILE }) {
  const isNamed = rest.some((argument) => /^--(config|repo)(=|$)/.test(argument));
  const isCommand = command !== undefined && command !== 'help' && !command.startsWith('-');
  if (!isCommand || isNamed || existsSync(path.join(directory, 'karma.config.json')) || !existsSync(file))
    return [command, ...rest].filter((argument) => argument !== undefined);
  return [command, ...JSON.parse(readFileSync(file, 'utf8')), ...rest];
}
