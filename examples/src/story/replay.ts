import { mergePatch } from '@karma/core';
import type { CommitToMake } from '../git/history';
import type { Step } from './step';

type Files = Map<string, string>;

/**
 * Turns a story and the files as they are at its end into commits.
 * @throws when a file of the folder is never added, or a step names one that is not there.
 */
export function replay(steps: readonly Step[], finalFiles: ReadonlyMap<string, string>): CommitToMake[] {
  const ordered = steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return withMerges(ordered, filesOfEachStep(ordered, finalFiles));
}

function filesOfEachStep(steps: readonly Step[], finalFiles: ReadonlyMap<string, string>) {
  const files: Files = new Map(finalFiles);
  const changes = steps.toReversed().map((step) => undo(step, files));
  if (files.size > 0) throw new Error(`No step adds ${[...files.keys()].join(', ')}`);
  return changes.reverse();
}

/** Takes a step back in `files`; returns what the step had done. */
function undo(step: Step, files: Files): Map<string, string | null> {
  const done = new Map<string, string | null>();
  const take = (name: string) => {
    const path = pathOf(name);
    const text = files.get(path);
    if (text === undefined) throw new Error(`"${step.message}" names ${path}, which is not there`);
    done.set(path, text);
    return { path, text };
  };
  for (const [name, before] of Object.entries(step.changed ?? {})) {
    const { path, text } = take(name);
    files.set(path, typeof before === 'string' ? before : jsonText(mergePatch(JSON.parse(text), before)));
  }
  for (const [name, oldName] of Object.entries(step.renamed ?? {})) {
    const { path, text } = take(name);
    files.delete(path);
    files.set(pathOf(oldName), text);
    done.set(pathOf(oldName), null);
  }
  for (const name of step.added ?? []) files.delete(take(name).path);
  for (const [name, content] of Object.entries(step.written ?? {}))
    done.set(pathOf(name), typeof content === 'string' ? content : jsonText(content));
  for (const name of step.removed ?? []) done.set(pathOf(name), null);
  return done;
}

/** A merge brings what its branch did since it was last merged there. */
function withMerges(
  steps: readonly Step[],
  changes: readonly ReadonlyMap<string, string | null>[],
): CommitToMake[] {
  const done: CommitToMake[] = [];
  const merges = new Map<string, number>();
  for (const [index, { at, by, branch, message, merged }] of steps.entries()) {
    const own = changes[index] ?? new Map();
    if (merged === undefined) done.push({ at, by, branch, message, files: own });
    else {
      const key = `${merged} ${branch}`;
      const news = done.slice(merges.get(key) ?? 0).filter((commit) => commit.branch === merged);
      const files = new Map([...news.flatMap((commit) => [...commit.files]), ...own]);
      merges.set(key, done.length);
      done.push({ at, by, branch, message, files, merged });
    }
  }
  return done;
}

export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** `prod/vpc/main` → `iac/prod/vpc/main/config.json`; other names are paths already. */
export function pathOf(name: string): string {
  return /^[^/]+\/[^/]+\/[^/.]+$/.test(name) ? `iac/${name}/config.json` : name;
}
