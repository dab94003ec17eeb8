import { subjects } from '@karma/core';
import type { GitSource, GitSourceOptions } from './git-source';
import { openGitSource } from './git-source';
import type { Projection, SubjectContent } from './observe-branch';

const CONVENTIONS = 'karma.conventions.json';

/**
 * The configs of a branch: `iac/<environment>/<type>/<nickname>/config.json` as declarations of that environment, and
 * `karma.conventions.json` as the conventions of each.
 * @returns a source named `git:<branch>`.
 */
export function openConfigSource(options: GitSourceOptions): GitSource {
  return openGitSource(`git:${options.branch}`, options, () => configProjection(options.environments));
}

/** How the files of the config repo become subjects. */
export function configProjection(environments: readonly string[]): Projection {
  const wanted = new Set(environments);
  const subjectsOf = (path: string) =>
    path === CONVENTIONS
      ? environments.map((environment) => subjects.conventions(environment))
      : [subjects.declaration(path.split('/')[1] ?? '', path)];
  return {
    scope: [...environments].sort().join(','),
    paths: [CONVENTIONS, ...environments.map((environment) => `iac/${environment}`)],
    concerns(path) {
      if (path === CONVENTIONS) return environments.length > 0;
      const [root, environment = '', , , file, ...deeper] = path.split('/');
      return root === 'iac' && file === 'config.json' && deeper.length === 0 && wanted.has(environment);
    },
    async begin() {
      return (changes) => ({
        blobs: changes.flatMap(({ blob }) => blob ?? []),
        subjects: (texts) =>
          changes.flatMap(({ path, blob }) =>
            subjectsOf(path).map((subject): SubjectContent => ({ subject, content: textOf(texts, blob) })),
          ),
      });
    },
  };
}

function textOf(texts: ReadonlyMap<string, string>, blob: string | null): string | null {
  if (blob === null) return null;
  const text = texts.get(blob);
  if (text === undefined) throw new Error(`Blob ${blob} was not loaded`);
  return text;
}
