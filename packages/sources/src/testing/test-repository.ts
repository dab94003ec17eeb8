import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'karma-sources-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export interface TestCommit {
  /** Text by path; `null` deletes. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly message?: string;
  readonly author?: string;
  /** ISO 8601. */
  readonly date?: string;
}

/** A real Git repository in a temporary directory, gone after the test. Dates grow by an hour with each commit. */
export class TestRepository {
  readonly directory = temporaryDirectory();
  private clock = Date.parse('2025-01-01T00:00:00Z');

  constructor() {
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...args: string[]): string {
    const date = new Date(this.clock).toISOString();
    return execFileSync('git', ['-C', this.directory, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Ada Example',
        GIT_AUTHOR_EMAIL: 'ada@example.com',
        GIT_COMMITTER_NAME: 'Ada Example',
        GIT_COMMITTER_EMAIL: 'ada@example.com',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    }).trimEnd();
  }

  write(path: string | Buffer, text: string): void {
    const full = Buffer.concat([Buffer.from(`${this.directory}/`), Buffer.from(path)]);
    mkdirSync(full.subarray(0, full.lastIndexOf('/')), { recursive: true });
    writeFileSync(full, text);
  }

  read(path: string): string {
    return readFileSync(join(this.directory, path), 'utf8');
  }

  /** @returns the commit's id. */
  commit({ files, message = 'A change', author, date }: TestCommit): string {
    this.clock = date === undefined ? this.clock + 3_600_000 : Date.parse(date);
    for (const [path, text] of Object.entries(files))
      if (text === null) rmSync(join(this.directory, path));
      else this.write(path, text);
    this.git('add', '--all');
    const by = author === undefined ? [] : [`--author=${author}`];
    this.git('commit', '--quiet', '--allow-empty', `--message=${message}`, ...by);
    return this.git('rev-parse', 'HEAD');
  }

  merge(branch: string, message: string): string {
    this.clock += 3_600_000;
    this.git('merge', '--quiet', '--no-ff', `--message=${message}`, branch);
    return this.git('rev-parse', 'HEAD');
  }
}
