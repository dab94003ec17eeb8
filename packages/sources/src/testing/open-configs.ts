import { openConfigSource } from '../git/config-source';
import type { GitSourceOptions } from '../git/git-source';
import { type TestRepository, temporaryDirectory } from './test-repository';

export const VPC = 'iac/dev/vpc/main/config.json';
export const ZONE = 'iac/dev/route53-zone/main/config.json';

/** The configs of `dev` on the branch `main`, with their whole history, unless `options` say otherwise. */
export function openConfigs(repository: TestRepository | string, options: Partial<GitSourceOptions> = {}) {
  return openConfigSource({
    repository: typeof repository === 'string' ? repository : repository.directory,
    branch: 'main',
    environments: ['dev'],
    history: 'full',
    cacheDirectory: temporaryDirectory(),
    ...options,
  });
}
