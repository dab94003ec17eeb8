import type { S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { type AwsAccess, clientOptions } from '../../aws/access';
import { awsFailure } from '../../aws/explain-failure';
import { type ListedState, type StatePlace, stateName } from './place';

const objectSchema = z.object({ Key: z.string(), ETag: z.string(), LastModified: z.date() });

export interface Bucket {
  readonly name: string;
  /** The account that must own it. S3 gives names to whoever comes first, and one with an account's id can be guessed. */
  readonly owner?: string | undefined;
}

/** States in an S3 bucket; the SDK is loaded with the first call. */
export function bucketPlace(source: string, access: AwsAccess, { name: bucket, owner }: Bucket): StatePlace {
  const place = { Bucket: bucket, ExpectedBucketOwner: owner };
  let client: Promise<S3Client> | undefined;
  const open = async () => {
    const { S3Client } = await import('@aws-sdk/client-s3');
    const options = await clientOptions(access);
    // Emulators have no name of their own for each bucket; AWS has.
    return new S3Client({
      ...options,
      forcePathStyle: access.endpoint !== undefined,
      followRegionRedirects: true,
    });
  };
  const call = async <T>(
    action: string,
    signal: AbortSignal | undefined,
    work: (
      sdk: typeof import('@aws-sdk/client-s3'),
      client: S3Client,
      options: { abortSignal?: AbortSignal },
    ) => Promise<T>,
  ): Promise<T> => {
    try {
      client ??= open();
      const [sdk, opened] = await Promise.all([import('@aws-sdk/client-s3'), client]);
      return await work(sdk, opened, signal ? { abortSignal: signal } : {});
    } catch (cause) {
      signal?.throwIfAborted();
      throw awsFailure(source, access, action, cause);
    }
  };
  return {
    async list(signal) {
      const listed: ListedState[] = [];
      let token: string | undefined;
      do {
        const page = await call('s3:ListBucket', signal, (sdk, opened, options) =>
          opened.send(new sdk.ListObjectsV2Command({ ...place, ContinuationToken: token }), options),
        );
        for (const object of page.Contents ?? []) {
          const name = stateName(object.Key ?? '');
          if (name === null) continue;
          const { Key, ETag, LastModified } = objectSchema.parse(object);
          listed.push({ name, file: `s3://${bucket}/${Key}`, stamp: ETag, at: LastModified.toISOString() });
        }
        token = page.NextContinuationToken;
      } while (token);
      return listed;
    },
    read: ({ name }, signal) =>
      call('s3:GetObject', signal, async (sdk, opened, options) => {
        const command = new sdk.GetObjectCommand({ ...place, Key: `${name}/terraform.tfstate` });
        try {
          const { Body } = await opened.send(command, options);
          return (await Body?.transformToString('utf8')) ?? null;
        } catch (cause) {
          if (cause instanceof sdk.NoSuchKey) return null;
          throw cause;
        }
      }),
  };
}
