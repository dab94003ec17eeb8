/** How to reach one account and region. Without `profile` and `role`: the default credential chain of AWS. */
export interface AwsAccess {
  readonly account: string;
  readonly region: string;
  /** Of the shared AWS configuration files. */
  readonly profile?: string | undefined;
  /** ARN of a role to assume, with the credentials of the profile or the chain. */
  readonly role?: string | undefined;
  readonly externalId?: string | undefined;
  /** Stands in for AWS: an emulator, a VPC endpoint. */
  readonly endpoint?: string | undefined;
}

const MAX_ATTEMPTS = 8;
const RENEW_BEFORE_MS = 5 * 60_000;

type Provider = ReturnType<typeof import('@aws-sdk/credential-providers').fromIni>;

interface ClientOptions {
  readonly region: string;
  readonly endpoint?: string;
  readonly credentials: Provider;
  readonly retryMode: 'adaptive';
  readonly maxAttempts: number;
}

const opened = new WeakMap<AwsAccess, Promise<ClientOptions>>();

/** Options for every client of the AWS SDK; all of one access share credentials, which renew themselves. */
export function clientOptions(access: AwsAccess): Promise<ClientOptions> {
  const known = opened.get(access);
  if (known) return known;
  const options = openOptions(access);
  opened.set(access, options);
  return options;
}

async function openOptions({
  region,
  profile,
  role,
  externalId,
  endpoint,
}: AwsAccess): Promise<ClientOptions> {
  // The SDK is pinned to one that supports this Node; that a later one will not is nothing to tell people.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const providers = await import('@aws-sdk/credential-providers');
  const place = { region, ...(endpoint === undefined ? {} : { endpoint }) };
  const own =
    profile === undefined
      ? providers.fromNodeProviderChain({ clientConfig: { region } })
      : providers.fromIni({ profile, clientConfig: { region } });
  const credentials =
    role === undefined
      ? own
      : providers.fromTemporaryCredentials({
          masterCredentials: own,
          clientConfig: place,
          params: {
            RoleArn: role,
            RoleSessionName: 'karma',
            ...(externalId === undefined ? {} : { ExternalId: externalId }),
          },
        });
  return { ...place, credentials: shared(credentials), retryMode: 'adaptive', maxAttempts: MAX_ATTEMPTS };
}

/** Clients keep what a provider gives, but each for itself. */
function shared(provide: Provider): Provider {
  let latest: ReturnType<Provider> | undefined;
  return async (context) => {
    const known = await latest?.catch(() => undefined);
    const remaining = (known?.expiration?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now();
    if (known && remaining > RENEW_BEFORE_MS) return known;
    latest = provide(context);
    return latest;
  };
}
