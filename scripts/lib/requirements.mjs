import { read } from './process.mjs';
import { StepError } from './terminal.mjs';

const FLOOR = [20, 19];

/** Node, Git and npm are all that a machine has to bring. */
export function checkRequirements() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < FLOOR[0] || (major === FLOOR[0] && minor < FLOOR[1]))
    throw new StepError(
      `Karma needs Node ${FLOOR.join('.')} or newer; this is ${process.version}.`,
      'Install a current one from https://nodejs.org, or with your version manager: nvm install 22',
    );
  if (read('git', ['--version']) === undefined)
    throw new StepError('Git was not found on the PATH.', 'Install it: https://git-scm.com/downloads');
  if (read('npx', ['--version']) === undefined)
    throw new StepError('npx was not found on the PATH.', 'It comes with npm, which comes with Node.');
}
