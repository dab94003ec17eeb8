import { SourceUnavailableError } from '../source';
import { type AwsAccess, clientOptions } from './access';
import { awsFailure } from './explain-failure';

/**
 * Makes sure that the credentials are those of the account that was configured: another one's parameters would look
 * like a thousand deletions.
 * @throws SourceUnavailableError
 */
export async function checkAccount(source: string, access: AwsAccess, signal?: AbortSignal): Promise<void> {
  const { GetCallerIdentityCommand, STSClient } = await import('@aws-sdk/client-sts');
  const client = new STSClient(await clientOptions(access));
  try {
    const { Account } = await client.send(
      new GetCallerIdentityCommand({}),
      signal ? { abortSignal: signal } : {},
    );
    if (Account === access.account) return;
    throw new SourceUnavailableError(
      source,
      `The credentials are those of the account ${Account}, not of ${access.account}.`,
      'Set aws.profile or aws.role of this placement to one of its account, or correct its account.',
    );
  } catch (cause) {
    signal?.throwIfAborted();
    throw awsFailure(source, access, 'sts:GetCallerIdentity', cause);
  } finally {
    client.destroy();
  }
}
