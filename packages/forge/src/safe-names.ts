import { isSegment } from '@karma/core';
import { ForgeError } from './errors';

const BRANCH_PREFIX = 'karma/';
const MAX_WORDS = 60;

/**
 * Refuses every path but that of a config: `iac/<environment>/<type>/<nickname>/config.json` of valid names, so that
 * none leaves `iac/`.
 * @throws ForgeError
 */
export function assertConfigPath(path: string): void {
  const [root, environment, type, nickname, file, ...rest] = path.split('/');
  const isConfig =
    root === 'iac' &&
    file === 'config.json' &&
    rest.length === 0 &&
    [environment, type, nickname].every(isSegment);
  if (!isConfig)
    throw new ForgeError(
      'invalid',
      `${path} is not the path of a config: iac/<environment>/<type>/<nickname>/config.json.`,
    );
}

/** The branch of a draft: `karma/<words of its name>-<first letters of its id>`. */
export function branchName(name: string, id: string): string {
  const words = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
  const short = (text: string, length: number) => words(text).slice(0, length).replace(/-+$/, '');
  return `${BRANCH_PREFIX}${[short(name, MAX_WORDS), short(id, 8)].filter(Boolean).join('-') || 'draft'}`;
}

/** @throws ForgeError unless it is a branch of ours. */
export function assertOwnBranch(branch: string): void {
  if (!/^karma\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(branch))
    throw new ForgeError(
      'invalid',
      `${branch} is not a branch of Karma's: karma/<small letters, digits and dashes>.`,
    );
}

/** @throws ForgeError unless Git would take it as the name of a branch and as nothing else. */
export function assertBranch(branch: string): void {
  const isName =
    /^[A-Za-z0-9_][A-Za-z0-9_./+@-]{0,199}$/.test(branch) && !/\.\.|\/\/|@\{|\/$|\.lock$|\.$/.test(branch);
  if (!isName) throw new ForgeError('invalid', `${branch} is not the name of a branch.`);
}
