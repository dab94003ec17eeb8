import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import {
  type Moto,
  OWN_ACCOUNT,
  REGION,
  startMoto,
  TEST_ENVIRONMENT,
  whyMissing,
} from '@karma/test-services';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SourceUnavailableError } from '../../source';
import { readChangeEvent } from './change-event';
import { openChangeQueue } from './change-queue';

const missing = whyMissing('moto');
const ALWAYS = new AbortController().signal;

const event = (account: string, more = {}) =>
  JSON.stringify({
    version: '0',
    id: '12345678-1234-1234-1234-123456789012',
    'detail-type': 'Parameter Store Change',
    source: 'aws.ssm',
    account,
    time: '2026-11-21T12:00:00Z',
    region: REGION,
    resources: [`arn:aws:ssm:${REGION}:${account}:parameter/iac/vpc/main/config`],
    detail: { operation: 'Update', name: '/iac/vpc/main/config', type: 'String' },
    ...more,
  });

describe('a queue with changes of Parameter Store', () => {
  let moto: Moto;
  let client: SQSClient;
  let url = '';
  let queues = 0;

  beforeAll(async () => {
    if (!missing) moto = await startMoto();
  });
  afterAll(() => moto?.stop());
  beforeEach(async ({ skip }) => {
    if (missing) skip(missing);
    for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
    client = new SQSClient({ endpoint: moto.url, region: REGION });
    const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName: `changes-${++queues}` }));
    url = QueueUrl;
  });
  afterEach(() => vi.unstubAllEnvs());

  const send = (body: string) => client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body }));
  const open = () => openChangeQueue({ url, region: REGION, endpoint: moto.url });

  it('tells in which stores something changed, and leaves the queue empty, of what is no event too', async () => {
    for (const body of [
      event(OWN_ACCOUNT),
      event('999999999999'),
      'no JSON',
      event('1', { source: 'aws.ec2' }),
    ])
      await send(body);
    const queue = open();
    const changes: unknown[] = [];
    while (changes.length < 2) changes.push(...(await queue.receive(ALWAYS)));
    expect(changes).toEqual([
      { account: OWN_ACCOUNT, region: REGION },
      { account: '999999999999', region: REGION },
    ]);
    const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...AttributeNames] }),
    );
    for (const name of AttributeNames) expect(Attributes?.[name]).toBe('0');
  });

  it('stops waiting when it is told to', async () => {
    const abort = new AbortController();
    const receiving = open().receive(abort.signal);
    setTimeout(() => abort.abort(), 200);
    await expect(receiving).rejects.toThrow();
  });

  it('says what is wrong with a queue that is not there', async () => {
    url = `${url}-gone`;
    await expect(open().receive(ALWAYS)).rejects.toMatchObject({
      name: SourceUnavailableError.name,
      reason: expect.stringContaining('sqs:ReceiveMessage'),
    });
  });
});

it('reads an event of EventBridge, and nothing else', () => {
  expect(readChangeEvent(event('1'))).toEqual({ account: '1', region: REGION });
  expect(readChangeEvent(event('1', { 'detail-type': 'Parameter Store Policy Action' }))).toBeNull();
  expect(readChangeEvent('')).toBeNull();
});
