import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Which rooms a room may know at run time. A room that is not named here is an app or tool: it may know any package. */
const ALLOWED = {
  '@karma/core': [],
  '@karma/editor': ['@karma/core'],
  '@karma/layout': ['@karma/core'],
  '@karma/query': ['@karma/core'],
  '@karma/render': ['@karma/core'],
  '@karma/store': ['@karma/core'],
  '@karma/forge': ['@karma/core', '@karma/git'],
  '@karma/git': [],
  '@karma/sources': ['@karma/core', '@karma/git'],
  '@karma/ingest': ['@karma/core', '@karma/store', '@karma/sources'],
  '@karma/web': ['@karma/core', '@karma/editor', '@karma/layout', '@karma/query', '@karma/render'],
};

/** Libraries that one room hides from the others. The command line ships the bundle, so what cannot be bundled too. */
const HIDDEN = {
  react: ['@karma/web'],
  'react-dom': ['@karma/web'],
  express: ['@karma/server'],
  libsql: ['@karma/store', '@karma/cli'],
  gremlin: ['@karma/store'],
  ws: ['@karma/store'],
  '@smithy/signature-v4': ['@karma/store'],
  elkjs: ['@karma/layout'],
  octokit: ['@karma/forge'],
  peggy: ['@karma/query'],
  '@aws-sdk/client-ssm': ['@karma/sources', '@karma/test-services'],
  '@aws-sdk/client-sts': ['@karma/sources'],
  '@aws-sdk/client-s3': ['@karma/sources', '@karma/test-services'],
  '@aws-sdk/client-sqs': ['@karma/sources', '@karma/test-services'],
};

/** The manifests of all rooms below `root`. */
export function readManifests(root) {
  const folders = ['apps', 'packages'].flatMap((parent) =>
    readdirSync(path.join(root, parent)).map((name) => path.join(parent, name)),
  );
  return [...folders, 'e2e', 'bench', 'examples', 'scripts/services']
    .map((folder) => path.join(root, folder, 'package.json'))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')));
}

/** Says of each dependency that points the wrong way which room has it, in words; an empty list is good. */
export function wrongDirections(manifests) {
  return manifests.flatMap(({ name: room, dependencies = {} }) =>
    Object.keys(dependencies).flatMap((dependency) => {
      if (HIDDEN[dependency] && !HIDDEN[dependency].includes(room))
        return [`${room} depends on ${dependency}, which is hidden in ${HIDDEN[dependency][0]}.`];
      if (!dependency.startsWith('@karma/') || !ALLOWED[room] || ALLOWED[room].includes(dependency))
        return [];
      return [
        `${room} depends on ${dependency}; it may know ${ALLOWED[room].join(', ') || 'no other room'}.`,
      ];
    }),
  );
}
