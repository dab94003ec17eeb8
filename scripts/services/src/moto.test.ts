import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AwsProxy, type Moto, startAwsProxy, startMoto, whyMissing } from './index';

const reason = whyMissing('moto');

describe('moto, and the proxy before it', () => {
  let moto: Moto | undefined;
  let proxy: AwsProxy | undefined;
  beforeAll(async () => {
    if (reason) return;
    moto = await startMoto();
    proxy = await startAwsProxy(moto.url);
  });
  afterAll(async () => {
    await proxy?.stop();
    await moto?.stop();
  });
  beforeEach(({ skip }) => {
    if (reason) skip(reason);
  });

  const describeParameters = () =>
    fetch(proxy?.url ?? '', {
      method: 'POST',
      headers: {
        'x-amz-target': 'AmazonSSM.DescribeParameters',
        'content-type': 'application/x-amz-json-1.1',
        authorization: 'AWS4-HMAC-SHA256 Credential=x/20260101/eu-west-1/ssm/aws4_request, Signature=x',
      },
      body: '{}',
    });

  test('answers as AWS does', async () => {
    expect(await (await describeParameters()).json()).toEqual({ Parameters: [] });
    expect(proxy?.calls).toEqual(['DescribeParameters']);
  });

  test('fails as AWS does', async () => {
    if (!proxy) return;
    proxy.fault = () => ({ status: 400, code: 'ThrottlingException', message: 'Rate exceeded' });
    const refused = await describeParameters();
    expect(refused.status).toBe(400);
    expect(await refused.json()).toEqual({ __type: 'ThrottlingException', message: 'Rate exceeded' });
    proxy.fault = () => 'cut the connection';
    await expect(describeParameters()).rejects.toThrow();
  });

  test('is gone after it was stopped', async () => {
    const other = await startMoto();
    await other.stop();
    await expect(fetch(other.url)).rejects.toThrow();
  });
});
