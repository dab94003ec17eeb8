import path from 'node:path';
import { createExample } from '../create';
import { ACCOUNTS } from '../parameters/placements';
import { buildGraph } from './build-graph';

/** Makes the example organisation in a directory and builds the world and graph of all its environments. */
export async function exampleGraph(directory: string): ReturnType<typeof buildGraph> {
  const example = await createExample({ directory });
  const environment = (name: string, branch: string) => ({
    name,
    branch,
    placements: ACCOUNTS.filter((account) => account.environment === name).map((account) => ({
      name: account.name,
      account: account.account,
      region: account.region,
      allowDrift: account.allowDrift,
      directory: path.join(directory, 'parameters', account.name),
    })),
  });
  return buildGraph({
    ...example,
    cacheDirectory: path.join(directory, 'cache'),
    environments: [
      environment('base', 'main'),
      environment('prod', 'main'),
      environment('staging', 'main'),
      environment('dev', 'dev'),
    ],
  });
}
