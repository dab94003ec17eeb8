import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runGit } from './git/fast-import';
import { jsonText, pathOf } from './story/replay';
import { INES, type Person } from './story/step';

export interface NewCommit {
  readonly repository: string;
  readonly branch?: string;
  readonly message: string;
  readonly by?: Person;
  /** ISO 8601; now unless given. */
  readonly at?: string;
  /** `prod/vpc/main` or a path → content (JSON unless it is a string), `null` removes the file. */
  readonly files: Readonly<Record<string, unknown>>;
}

/** Makes one more commit in a repository of the example. @returns its id. */
export function addCommit(commit: NewCommit): string {
  const { repository, branch = 'main', message, by = INES, at = new Date().toISOString(), files } = commit;
  runGit(repository, ['checkout', '--quiet', branch]);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(repository, pathOf(name));
    if (content === null) rmSync(file);
    else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, typeof content === 'string' ? content : jsonText(content));
    }
  }
  runGit(repository, ['add', '--all']);
  runGit(repository, ['commit', '--quiet', '--allow-empty', `--message=${message}`], {
    environment: {
      GIT_AUTHOR_NAME: by.name,
      GIT_AUTHOR_EMAIL: by.email,
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_NAME: by.name,
      GIT_COMMITTER_EMAIL: by.email,
      GIT_COMMITTER_DATE: at,
    },
  });
  return runGit(repository, ['rev-parse', 'HEAD']).trim();
}
