import { type Configuration, isRemote } from '../config/load-config';

/** What is on this machine costs little to look at. */
export const LOCAL_MS = 2000;

/** Milliseconds between two looks at a repository. */
export function repositoryMs({ sync }: Configuration, repository: string): number {
  return isRemote(repository) ? sync.repositories * 1000 : LOCAL_MS;
}
