import type { PlacementId } from '@karma/core';
import { later, type ParameterFile } from './parameter-file';
import type { Observed, Progress } from './progress';
import type { Tree } from './read-tree';
import { deletionStep, inOrder, type Step, versionStep } from './steps';

/** What happened in a tree since: by date, then name, then version. */
export function news(tree: Tree, progress: Progress, placement: PlacementId, now: string): Step[] {
  const steps: Step[] = [];
  for (const [name, file] of tree.parameters)
    if (file !== undefined) steps.push(...newVersions(name, file, progress.get(name), placement));
  for (const [name, observed] of progress) {
    if (tree.parameters.has(name) || observed.deletedAt !== '') continue;
    steps.push(deletionStep(placement, name, observed, now));
  }
  return inOrder(steps);
}

function newVersions(
  name: string,
  file: ParameterFile,
  observed: Observed | undefined,
  placement: PlacementId,
): Step[] {
  const newest = file.versions.at(-1);
  const isBack =
    observed !== undefined && (observed.deletedAt !== '' || (newest?.version ?? 0) < observed.version);
  const life = (observed?.life ?? 1) + (isBack ? 1 : 0);
  const fresh = isBack
    ? file.versions.slice(-1)
    : file.versions.filter(({ version }) => version > (observed?.version ?? 0));
  return fresh.map(({ version, date, principal, value }) =>
    versionStep(
      placement,
      {
        name,
        version,
        at: later(date, observed?.deletedAt ?? ''),
        principal,
        parameter: { type: file.type, value },
      },
      { version, life, deletedAt: '', writtenAt: '', missing: [] },
    ),
  );
}
