import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasCommand, installDebian, runQuietly } from './commands';
import { folderOf, isReady, markReady } from './provisions';

const POM = fileURLToPath(new URL('../gremlin-server/pom.xml', import.meta.url));
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/**
 * Fetches Gremlin Server from Maven Central, once; Maven checks every file against its checksum.
 * @throws ProvisionError when there is no Java or Maven and none can be installed, or Maven does not reach its source.
 */
export function provisionGremlinServer(): void {
  const version = readFileSync(POM, 'utf8');
  provideJava();
  if (isReady('gremlin-server', version)) return;
  const folder = folderOf('gremlin-server');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const options = ['--batch-mode', '--quiet', '--strict-checksums', '--file', POM, '-DincludeScope=runtime'];
  runQuietly('mvn', [...options, `-DoutputDirectory=${join(folder, 'lib')}`, COPY]);
  markReady('gremlin-server', version);
}

function provideJava(): void {
  if (hasCommand('java', ['-version']) && hasCommand('mvn')) return;
  installDebian(
    ['default-jre-headless', 'maven'],
    'Gremlin Server needs Java 11 or newer and Maven on the PATH: install both, then run npm test again.',
  );
}
