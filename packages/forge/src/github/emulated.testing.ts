import type { GitHub } from '@karma/test-services';
import type { Forge, ProposalRequest } from '../forge';
import { createGitHubForge } from './github-forge';

export const VPC = 'iac/dev/vpc/main/config.json';
export const API = 'iac/dev/api/shop/config.json';

/** A config repo on GitHub, new for each test. */
export interface Emulated {
  readonly forge: Forge;
  /** Past the door that refuses; addresses below the repository: `/pulls`. */
  ask(method: string, address: string, body?: object): Promise<unknown>;
  request(more?: Partial<ProposalRequest>): Promise<ProposalRequest>;
}

let count = 0;

export async function emulatedRepository(github: GitHub): Promise<Emulated> {
  count += 1;
  const { login, token, url } = github;
  const repository = `config-${count}`;
  await github.addRepository(repository, { [VPC]: '{ "cidr": "10.0.0.0/16" }\n', [API]: '{}\n' });
  const forge = await createGitHubForge({
    owner: login,
    repository,
    auth: { kind: 'token', token },
    baseUrl: url,
  });
  return {
    forge,
    ask: (method, address, body) => github.ask(method, `/repos/${login}/${repository}${address}`, body),
    request: async (more = {}) => ({
      base: { branch: 'main', commit: await forge.tip('main') },
      branch: 'karma/wider-d1',
      title: 'Widen the network',
      body: 'Because it is full.',
      files: [
        { path: VPC, text: '{ "cidr": "10.0.0.0/8" }\n' },
        { path: API, text: null },
      ],
      author: { name: 'Grace', email: 'grace@example.com' },
      previous: null,
      draft: { id: 'd1', attempt: 1 },
      ...more,
    }),
  };
}
