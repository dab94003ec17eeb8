import { z } from 'zod';
import { type AwsAccess, clientOptions } from '../../aws/access';
import { awsFailure } from '../../aws/explain-failure';
import { type ParameterChange, readChangeEvent } from './change-event';

const MOST = 10;
const WAIT_SECONDS = 20;

export interface ChangeQueueOptions extends Omit<AwsAccess, 'account'> {
  /** Of an SQS queue that a rule of EventBridge sends "Parameter Store Change" events to. */
  readonly url: string;
}

/** Events of Parameter Store that wait in an SQS queue. */
export interface ChangeQueue {
  /**
   * Waits up to 20 seconds for events, takes up to 10 and deletes them, those too that are none: they would come again
   * and again. An event that is lost with the process is found by the next look.
   * @throws SourceUnavailableError
   */
  receive(signal: AbortSignal): Promise<readonly ParameterChange[]>;
}

const messageSchema = z.object({ MessageId: z.string(), ReceiptHandle: z.string(), Body: z.string() });

/** Opens nothing yet: the SDK is loaded with the first call. */
export function openChangeQueue({ url, ...options }: ChangeQueueOptions): ChangeQueue {
  const access: AwsAccess = { ...options, account: new URL(url).pathname.split('/').at(-2) ?? '' };
  const load = async () => {
    const sdk = await import('@aws-sdk/client-sqs');
    return { sdk, client: new sdk.SQSClient(await clientOptions(access)) };
  };
  let loaded: ReturnType<typeof load> | undefined;
  const call = async <T>(action: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      signal.throwIfAborted();
      throw awsFailure(url, access, `sqs:${action}`, cause);
    }
  };
  return {
    async receive(signal) {
      loaded ??= load();
      const { sdk, client } = await loaded;
      const { Messages } = await call('ReceiveMessage', signal, () =>
        client.send(
          new sdk.ReceiveMessageCommand({
            QueueUrl: url,
            MaxNumberOfMessages: MOST,
            WaitTimeSeconds: WAIT_SECONDS,
          }),
          { abortSignal: signal },
        ),
      );
      const messages = z.array(messageSchema).parse(Messages ?? []);
      if (messages.length === 0) return [];
      await call('DeleteMessage', signal, () =>
        client.send(
          new sdk.DeleteMessageBatchCommand({
            QueueUrl: url,
            Entries: messages.map(({ MessageId: Id, ReceiptHandle }) => ({ Id, ReceiptHandle })),
          }),
        ),
      );
      return messages.flatMap(({ Body }) => readChangeEvent(Body) ?? []);
    },
  };
}
