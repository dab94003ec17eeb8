import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { DatabaseCredentialsError } from './failures';

/** As whom to connect to a Neptune cluster with IAM authentication. */
export interface IamOptions {
  /** Of the cluster: `eu-west-1`. */
  readonly region: string;
  /** Of the shared AWS configuration files. Default: AWS's default credential chain. */
  readonly profile?: string | undefined;
  /** ARN of a role to assume, with the credentials of the profile or the chain. */
  readonly role?: string | undefined;
}

const SERVICE = 'neptune-db';

/**
 * Headers that sign the handshake of a WebSocket with AWS Signature Version 4, each time anew and with credentials
 * that are asked for anew: a signature holds for five minutes, and the SDK's chain gives temporary credentials out
 * until their last second.
 * @throws DatabaseCredentialsError when they are asked for.
 */
export function signedHeaders(url: string, iam: IamOptions): () => Promise<Readonly<Record<string, string>>> {
  return async () =>
    sign(url, {
      service: SERVICE,
      region: iam.region,
      credentials: await credentialsOf(iam),
      at: new Date(),
    });
}

async function credentialsOf({ region, profile, role }: IamOptions): Promise<AwsCredentialIdentityProvider> {
  // The SDK is pinned to one that supports this Node; that a later one will not is nothing to tell people.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const { fromIni, fromNodeProviderChain, fromTemporaryCredentials } = await import(
    '@aws-sdk/credential-providers'
  );
  const clientConfig = { region };
  const own =
    profile === undefined ? fromNodeProviderChain({ clientConfig }) : fromIni({ profile, clientConfig });
  const params = { RoleArn: role, RoleSessionName: 'karma' };
  const provide =
    role === undefined ? own : fromTemporaryCredentials({ masterCredentials: own, clientConfig, params });
  return async (context) => {
    try {
      return await provide(context);
    } catch (error) {
      const reason = error instanceof Error ? error.message : `${error}`;
      throw new DatabaseCredentialsError(reason.replace(/\.+$/, ''));
    }
  };
}

/** What a signature is made of. */
export interface Signing {
  readonly service: string;
  readonly region: string;
  readonly credentials: AwsCredentialIdentityProvider;
  readonly at: Date;
}

/** The headers of a GET without a body; `host`, which goes by itself, is signed and left out. */
export async function sign(
  url: string,
  { service, region, credentials, at }: Signing,
): Promise<Readonly<Record<string, string>>> {
  const [{ SignatureV4 }, { Hash }] = await Promise.all([
    import('@smithy/signature-v4'),
    import('@smithy/core/serde'),
  ]);
  const sha256 = Hash.bind(null, 'sha256');
  const signer = new SignatureV4({ service, region, credentials, sha256, applyChecksum: false });
  const { host, hostname, pathname: path, protocol } = new URL(url);
  const request = { method: 'GET', protocol, hostname, path, headers: { host } };
  const { headers } = await signer.sign(request, { signingDate: at });
  const { host: _, ...signed } = headers;
  return signed;
}
