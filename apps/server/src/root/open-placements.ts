import {
  openParameterStore,
  openParameterTree,
  openStateSource,
  type ParameterStoreOptions,
} from '@karma/sources';
import { ConfigError } from '../config/config-error';
import type { Configuration } from '../config/load-config';
import type { PlacementConfig } from '../config/schema';
import type { OpenSource } from './open-sources';
import { LOCAL_MS } from './pace';
import type { ResolvedEnvironment } from './resolve-environments';

/** What becomes of what happened before the first look at a Parameter Store. */
export type PastReading = Exclude<ParameterStoreOptions['past'], 'none'>;

/** The environment variable with the key of the hashes that stand for secrets. */
export const SECRETS_KEY = 'KARMA_SECRETS_KEY';

/** The sources of all placements. @throws ConfigError when secrets are to be decrypted and there is no key. */
export function openPlacements(
  configuration: Configuration,
  environments: readonly ResolvedEnvironment[],
  past: PastReading,
): OpenSource[] {
  return environments.flatMap((environment) =>
    environment.placements.flatMap((placement, index) => {
      const { name } = environment.settings;
      const pointer = `/environments/${name}/placements/${index}`;
      return [
        ...openParameters(configuration, environment, placement, { pointer, past }),
        ...openState(configuration, name, placement),
      ];
    }),
  );
}

function openParameters(
  { history, origin, sync }: Configuration,
  { settings: { name, prefix } }: ResolvedEnvironment,
  placement: PlacementConfig,
  { pointer, past }: { readonly pointer: string; readonly past: PastReading },
): OpenSource[] {
  const { account, region, parameters, parameterStore } = placement;
  if (parameters !== undefined) {
    const source = openParameterTree({ directory: parameters, account, region });
    return [{ kind: 'parameters', location: `${name}: ${parameters}`, everyMs: LOCAL_MS, source }];
  }
  if (parameterStore === undefined) return [];
  const source = openParameterStore({
    ...accessOf(placement),
    paths: parameterStore.paths ?? [prefix, '/external'],
    decryption: decryptionOf(parameterStore.decrypt, origin, `${pointer}/parameterStore/decrypt`),
    callsPerSecond: parameterStore.callsPerSecond,
    past: history === 'head' ? 'none' : past,
  });
  const location = `${name}: ${placement.name} (${account} in ${region})`;
  return [{ kind: 'parameters', location, everyMs: sync.parameters * 1000, source }];
}

function openState({ sync }: Configuration, environment: string, placement: PlacementConfig): OpenSource[] {
  if (placement.state === undefined) return [];
  const { directory, bucket } = placement.state;
  const access = accessOf(placement);
  const isLocal = directory !== undefined;
  return [
    {
      kind: 'state',
      location: `${environment}: ${isLocal ? directory : `s3://${bucket ?? `${placement.account}-tf-state`}`}`,
      everyMs: isLocal ? LOCAL_MS : sync.parameters * 1000,
      source: openStateSource(isLocal ? { ...access, directory } : { ...access, bucket }),
    },
  ];
}

/** How AWS is reached for a placement. */
export function accessOf({ account, region, aws }: PlacementConfig) {
  return { ...aws, account, region };
}

function decryptionOf(paths: readonly string[], origin: string, pointer: string) {
  if (paths.length === 0) return undefined;
  const key = process.env[SECRETS_KEY];
  if (key !== undefined && key.length >= 16) return { paths, key };
  const message = `secrets are compared by hashes with a key of yours: set ${SECRETS_KEY} to 16 characters or more (openssl rand -hex 32), the same each time.`;
  throw new ConfigError(origin, [{ pointer, line: null, message }]);
}
