import {
  DeleteParameterCommand,
  type ParameterType,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';

/** The account that moto takes everybody for who assumed no role. */
export const OWN_ACCOUNT = '123456789012';
export const REGION = 'eu-west-1';
const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };

/** What the default chain of credentials finds. */
export const TEST_ENVIRONMENT: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};

export function roleOf(account: string): string | undefined {
  return account === OWN_ACCOUNT ? undefined : `arn:aws:iam::${account}:role/karma-read`;
}

/** An account in moto, to write to as anybody would. */
export class TestAccount {
  readonly #client: SSMClient;

  constructor(endpoint: string, account = OWN_ACCOUNT, region = REGION) {
    const role = roleOf(account);
    const credentials =
      role === undefined
        ? CREDENTIALS
        : fromTemporaryCredentials({
            masterCredentials: CREDENTIALS,
            clientConfig: { endpoint, region },
            params: { RoleArn: role, RoleSessionName: 'test' },
          });
    this.#client = new SSMClient({ endpoint, region, credentials });
  }

  async put(name: string, value: string, type: ParameterType = 'String'): Promise<void> {
    await this.#client.send(
      new PutParameterCommand({ Name: name, Value: value, Type: type, Overwrite: true }),
    );
  }

  /** Some at a time. */
  async putAll(parameters: Iterable<readonly [name: string, value: string]>): Promise<void> {
    const rest = [...parameters];
    const writers = Array.from({ length: 8 }, async () => {
      for (let next = rest.shift(); next; next = rest.shift()) await this.put(...next);
    });
    await Promise.all(writers);
  }

  async remove(name: string): Promise<void> {
    await this.#client.send(new DeleteParameterCommand({ Name: name }));
  }
}
