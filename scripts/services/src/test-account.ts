import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
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
};

/** The role that leads to an account. */
export function roleOf(account: string): string | undefined {
  return account === OWN_ACCOUNT ? undefined : `arn:aws:iam::${account}:role/karma-read`;
}

/** One account and region in moto, to write to as anybody would. */
export class TestAccount {
  readonly #parameters: SSMClient;
  readonly #objects: S3Client;

  constructor(endpoint: string, account = OWN_ACCOUNT, region = REGION) {
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    const role = roleOf(account);
    const credentials =
      role === undefined
        ? CREDENTIALS
        : fromTemporaryCredentials({
            masterCredentials: CREDENTIALS,
            clientConfig: { endpoint, region },
            params: { RoleArn: role, RoleSessionName: 'test' },
          });
    const options = { endpoint, region, credentials };
    this.#parameters = new SSMClient(options);
    this.#objects = new S3Client({ ...options, forcePathStyle: true });
  }

  async put(name: string, value: string, type: ParameterType = 'String'): Promise<void> {
    await this.#parameters.send(
      new PutParameterCommand({ Name: name, Value: value, Type: type, Overwrite: true, Tier: 'Advanced' }),
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
    await this.#parameters.send(new DeleteParameterCommand({ Name: name }));
  }

  async makeBucket(bucket: string): Promise<void> {
    await this.#objects.send(
      new CreateBucketCommand({
        Bucket: bucket,
        CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
      }),
    );
  }

  async putObject(bucket: string, key: string, text: string): Promise<void> {
    await this.#objects.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: text }));
  }

  async removeObject(bucket: string, key: string): Promise<void> {
    await this.#objects.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  }
}
