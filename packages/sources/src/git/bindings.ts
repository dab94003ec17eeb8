import { segmentSchema } from '@karma/core';
import { z } from 'zod';
import { readJson } from '../read-json';
import type { SourceProblem } from '../source';
import { blobSizes, readBlobs } from './blobs';
import { readTree } from './commits';
import { openRepository, type RepositoryLocation } from './repository';

const bindingSchema = z.looseObject({
  name: z.string().min(1),
  environment: segmentSchema,
  config_repo: z.string().min(1).optional(),
  config_branch: z.string().min(1).optional(),
  iac_repo: z.string().min(1).optional(),
  iac_branch: z.string().min(1).optional(),
  iac_strict: z.boolean().optional(),
  allow_drift: z.boolean().optional(),
});

/** An account's binding as its file says, `account_environments/<name>.json`; unknown keys are kept. */
export type Binding = z.infer<typeof bindingSchema> & { readonly file: string };

export interface BranchLocation extends RepositoryLocation {
  readonly branch: string;
}

const FOLDER = 'account_environments';

/**
 * The branch's commit now, from which `readBindings` and `listEnvironments` read: enough to see that something moved.
 * @throws SourceUnavailableError
 */
export function readTip(location: BranchLocation, signal?: AbortSignal): Promise<string> {
  return openRepository(`git:${location.branch}`, location).tip(location.branch, signal);
}

/**
 * Reads the account bindings at the tip of a branch. A file that cannot be understood is a problem; the others count.
 * @throws SourceUnavailableError
 */
export async function readBindings(
  location: BranchLocation,
): Promise<{ readonly bindings: readonly Binding[]; readonly problems: readonly SourceProblem[] }> {
  const repository = openRepository(`git:${location.branch}`, location);
  const files = await readTree(repository, await repository.tip(location.branch), [FOLDER]);
  const wanted = files.flatMap(({ path, blob }) =>
    blob !== null && path.endsWith('.json') && path.split('/').length === 2 ? [{ path, blob }] : [],
  );
  const sizes = await blobSizes(repository, new Set(wanted.map(({ blob }) => blob)));
  const texts = await readBlobs(repository, sizes);
  const bindings: Binding[] = [];
  const problems: SourceProblem[] = [];
  for (const { path, blob } of wanted) {
    const { value, problem } = readJson(path, texts.get(blob) ?? '', bindingSchema);
    if (problem) problems.push(problem);
    else bindings.push({ ...value, file: path });
  }
  return { bindings, problems };
}

/**
 * Names of the environments that a branch has configs for: the folders below `iac/`, sorted.
 * @throws SourceUnavailableError
 */
export async function listEnvironments(location: BranchLocation): Promise<readonly string[]> {
  const repository = openRepository(`git:${location.branch}`, location);
  const tip = await repository.tip(location.branch);
  const out = await repository.git(['ls-tree', '-d', '-z', '--name-only', '--full-tree', tip, '--', 'iac/']);
  return out
    .toString('utf8')
    .split('\0')
    .map((path) => path.slice('iac/'.length))
    .filter((name) => segmentSchema.safeParse(name).success)
    .sort();
}
