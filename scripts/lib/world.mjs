import { createHash } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './process.mjs';
import { StepError } from './terminal.mjs';

/**
 * Splits the flags of `npm start`: which world to show goes to `ingest` and `serve` alike, all others to `serve`.
 * `world` is undefined when the flags name none: then it is the example organisation.
 */
export function chooseWorld(args) {
  const { values, tokens } = parseArgs({
    args,
    strict: false,
    tokens: true,
    options: { repo: { type: 'string' }, iac: { type: 'string' }, config: { type: 'string' } },
  });
  for (const name of ['repo', 'iac', 'config'])
    if (name in values && (typeof values[name] !== 'string' || values[name] === ''))
      throw new StepError(`--${name} wants a value.`, `For example: npm start -- --${name} ../my-${name}`);
  if (values.iac && !values.repo)
    throw new StepError(
      '--iac was given without --repo.',
      'npm start -- --repo <config repo> --iac <modules repo>',
    );
  if (values.repo && values.config)
    throw new StepError(
      'Both --repo and --config were given.',
      'A configuration file names its repositories itself.',
    );

  const mine = new Set(
    tokens
      .filter((token) => token.kind === 'option' && ['repo', 'iac', 'config'].includes(token.name))
      .flatMap((token) => (token.inlineValue ? [token.index] : [token.index, token.index + 1])),
  );
  return { world: worldFlags(values), serveFlags: args.filter((_, index) => !mine.has(index)) };
}

function worldFlags({ repo, iac, config }) {
  if (config) return ['--config', fromCaller(config)];
  if (!repo) return undefined;
  const repository = fromCaller(repo);
  const modules = iac && fromCaller(iac);
  const key = createHash('sha256').update(`${repository}\0${modules}`).digest('hex').slice(0, 12);
  const store = path.join(root, '.karma/own', key, 'karma.db');
  return ['--repo', repository, ...(modules ? ['--iac', modules] : []), '--store', store];
}

/** npm changes to the root of the package; paths are meant from where the person stands. URLs stay as they are. */
function fromCaller(location) {
  return /^[a-z+]+:\/\/|^[^/\\]+@[^/\\]+:/i.test(location)
    ? location
    : path.resolve(process.env.INIT_CWD ?? process.cwd(), location);
}
