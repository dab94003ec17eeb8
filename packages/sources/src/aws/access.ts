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

/** Options for every client of the AWS SDK; credentials renew themselves. */
export async function clientOptions({ region, profile, role, externalId, endpoint }: AwsAccess) {
  const { fromNodeProviderChain, fromTemporaryCredentials } = await import('@aws-sdk/credential-providers');
  const place = { region, ...(endpoint === undefined ? {} : { endpoint }) };
  const own = fromNodeProviderChain({
    clientConfig: { region },
    ...(profile === undefined ? {} : { profile }),
  });
  const credentials =
    role === undefined
      ? own
      : fromTemporaryCredentials({
          masterCredentials: own,
          clientConfig: place,
          params: {
            RoleArn: role,
            RoleSessionName: 'karma',
            ...(externalId === undefined ? {} : { ExternalId: externalId }),
          },
        });
  return { ...place, credentials, retryMode: 'adaptive', maxAttempts: MAX_ATTEMPTS };
}
