import { readFileSync } from 'node:fs';
import { createGitHubForge, createLocalForge, type Forge, ForgeError, type GitHubAuth } from '@karma/forge';
import { withoutCredentials } from '@karma/sources';
import { type Configuration, isRemote } from '../config/load-config';
import { locationOf } from './open-sources';

/** The variable that holds the token for GitHub. */
export const TOKEN_VARIABLE = 'KARMA_GITHUB_TOKEN';

/**
 * Where proposals for a config repo go, as configured.
 * @param repository path or URL of the config repo that the touched environments are read from, as the `place` of a part.
 * @throws ForgeError that says what to configure.
 */
export async function openForge(
  { forge, config }: Pick<Configuration, 'forge' | 'config'>,
  repository: string,
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Forge> {
  if (forge?.kind !== 'github' || repository !== withoutCredentials(config.repository)) {
    if (!isRemote(repository)) return createLocalForge(repository);
    throw new ForgeError(
      'invalid',
      forge?.kind === 'github'
        ? `\`forge\` in the configuration is that of ${locationOf(config)}, and this draft changes what is read from ${locationOf({ repository })}: change that one where it is.`
        : 'The config repo is on another machine, and no forge is configured: say `forge` in the configuration, see docs/configuration.md.',
    );
  }
  const [owner = '', name = ''] = forge.repository.split('/');
  return createGitHubForge({
    owner,
    repository: name,
    auth: authOf(forge.app, variables[TOKEN_VARIABLE]),
    ...(forge.baseUrl === undefined ? {} : { baseUrl: forge.baseUrl }),
  });
}

interface AppConfiguration {
  readonly id: string;
  readonly installation: number;
  readonly privateKeyFile: string;
}

function authOf(app: AppConfiguration | undefined, token: string | undefined): GitHubAuth {
  if (!app) {
    if (token) return { kind: 'token', token };
    throw new ForgeError(
      'unauthorised',
      `Karma has no token for GitHub: set ${TOKEN_VARIABLE}, or configure an app.`,
    );
  }
  try {
    const privateKey = readFileSync(app.privateKeyFile, 'utf8');
    return { kind: 'app', appId: app.id, privateKey, installationId: app.installation };
  } catch (cause) {
    throw new ForgeError(
      'unauthorised',
      `The key of the GitHub App cannot be read: ${app.privateKeyFile}.`,
      null,
      { cause },
    );
  }
}
