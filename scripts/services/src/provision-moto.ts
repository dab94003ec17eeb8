import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasCommand, installDebian, runQuietly } from './commands';
import { folderOf, isReady, markReady } from './provisions';

const REQUIREMENTS = fileURLToPath(new URL('../moto/requirements.txt', import.meta.url));

/**
 * Fetches moto's server with all that it needs, pinned, into a virtual environment of its own, once.
 * @throws ProvisionError when there is no Python and none can be installed, or the package index is out of reach.
 */
export function provisionMoto(): void {
  const version = readFileSync(REQUIREMENTS, 'utf8');
  if (isReady('moto', version)) return;
  providePython();
  const folder = folderOf('moto');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  runQuietly('python3', ['-m', 'venv', join(folder, 'venv')]);
  const pip = join(folder, 'venv/bin/pip');
  runQuietly(pip, ['install', '--quiet', '--disable-pip-version-check', '--requirement', REQUIREMENTS]);
  markReady('moto', version);
}

/** Debian ships `venv` without `ensurepip` unless asked for. */
function providePython(): void {
  if (hasCommand('python3', ['-c', 'import ensurepip, venv'])) return;
  installDebian(
    ['python3', 'python3-venv'],
    'moto needs Python 3.10 or newer with its venv module: install both, then run npm test again.',
  );
}
