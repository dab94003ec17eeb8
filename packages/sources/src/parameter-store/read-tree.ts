import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readJson } from '../read-json';
import { type SourceProblem, SourceUnavailableError } from '../source';
import { fileLister } from './list-files';
import { type ParameterFile, parameterFileSchema } from './parameter-file';
import { isUntouched, type Stamp, stampOf } from './stamp';

/** 100 versions of 8 KB fit well. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;
const FILES_AT_ONCE = 200;
const NAME = /^(\/[A-Za-z0-9_.-]+)+$/;

interface ReadFile {
  readonly stamp: Stamp;
  readonly parameter: ParameterFile | undefined;
  readonly problem: SourceProblem | undefined;
}

export interface Tree {
  /** By parameter name; `undefined` where the file cannot be understood. */
  readonly parameters: ReadonlyMap<string, ParameterFile | undefined>;
  readonly problems: readonly SourceProblem[];
}

/**
 * Reads a tree of parameter files, again and again: files that did not change since the last time are not opened.
 * @throws SourceUnavailableError when the folder cannot be listed.
 */
export function openTree(source: string, directory: string): (signal?: AbortSignal) => Promise<Tree> {
  const list = fileLister(directory);
  let known = new Map<string, ReadFile>();
  return async (signal) => {
    const now = new Map<string, ReadFile>();
    const files = listed(source, directory, list());
    let at = 0;
    for (const file of files) {
      at += 1;
      if (at % FILES_AT_ONCE === 0) {
        await setImmediate();
        signal?.throwIfAborted();
      }
      const read = readParameterFile(directory, file, known.get(file));
      if (read !== undefined) now.set(file, read);
    }
    known = now;
    const parameters = new Map<string, ParameterFile | undefined>();
    const problems: SourceProblem[] = [];
    for (const [file, { parameter, problem }] of now) {
      parameters.set(nameOf(file), parameter);
      if (problem !== undefined) problems.push(problem);
    }
    problems.sort((a, b) => (a.file < b.file ? -1 : 1));
    return { parameters, problems };
  };
}

function* listed(source: string, directory: string, files: Generator<string>): Generator<string> {
  try {
    yield* files;
  } catch (cause) {
    throw new SourceUnavailableError(
      source,
      `The folder ${directory} cannot be listed.`,
      'Check the path of the parameter tree in the configuration.',
      { cause },
    );
  }
}

function nameOf(file: string): string {
  return `/${file.slice(0, -'.json'.length)}`;
}

function readParameterFile(
  directory: string,
  file: string,
  known: ReadFile | undefined,
): ReadFile | undefined {
  const path = join(directory, file);
  const stamp = stampOf(path);
  if (stamp === undefined) return undefined;
  if (known !== undefined && isUntouched(known.stamp, stamp)) return known;
  const failed = (reason: string, remedy: string): ReadFile => ({
    stamp,
    parameter: undefined,
    problem: { file, line: null, reason, remedy },
  });
  if (!NAME.test(nameOf(file)))
    return failed(
      `${nameOf(file)} is no parameter name.`,
      'Use letters, digits and _ . - in the names of files and folders.',
    );
  if (stamp.size > MAX_FILE_BYTES)
    return failed(`It has ${stamp.size} bytes; ${MAX_FILE_BYTES} are read.`, 'Drop old versions.');
  try {
    const { value, problem } = readJson(file, readFileSync(path, 'utf8'), parameterFileSchema);
    return { stamp, parameter: value, problem };
  } catch (error) {
    return failed(
      `It cannot be read: ${error instanceof Error ? error.message : error}`,
      'Make it readable.',
    );
  }
}
