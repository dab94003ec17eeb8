import { gremlinServerForTests } from '@karma/test-services/vitest';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect } from './connection';
import { DatabaseCredentialsError, DatabaseFailedError, DatabaseRefusedError } from './failures';
import { g } from './language';
import { sign, signedHeaders } from './sign';
import { startVerifyingServer, type VerifyingServer } from './verifying-server.testing';

/**
 * From AWS's test suite for Signature Version 4, as botocore 1.44.5 carries it in its source distribution on PyPI:
 * tests/unit/auth/aws4_testsuite, by the name of the folder.
 */
const VECTORS = [
  {
    name: 'get-vanilla',
    path: '/',
    sessionToken: undefined,
    signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  },
  {
    name: 'get-unreserved',
    path: '/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
    sessionToken: undefined,
    signature: '07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f',
  },
  {
    name: 'get-vanilla-with-session-token',
    path: '/',
    sessionToken: '6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267',
    signature: '07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8',
  },
];

describe('signatures', () => {
  test.each(VECTORS)('are those of AWS: $name', async ({ path, sessionToken, signature }) => {
    const headers = await sign(`https://example.amazonaws.com${path}`, {
      service: 'service',
      region: 'us-east-1',
      at: new Date('2015-08-30T12:36:00Z'),
      credentials: async () => ({
        accessKeyId: 'AKIDEXAMPLE',
        secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
        ...(sessionToken && { sessionToken }),
      }),
    });
    const names = ['host', 'x-amz-date', ...(sessionToken ? ['x-amz-security-token'] : [])];
    expect(headers).toEqual({
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, ' +
        `SignedHeaders=${names.join(';')}, Signature=${signature}`,
      'x-amz-date': '20150830T123600Z',
      ...(sessionToken && { 'x-amz-security-token': sessionToken }),
    });
  });
});

const hour = () => new Date(Date.now() + 3_600_000);
const FIRST = { accessKeyId: 'AKIAFIRST', secretAccessKey: 'first', sessionToken: 'one', expiration: hour() };
const SECOND = {
  accessKeyId: 'AKIASECOND',
  secretAccessKey: 'second',
  sessionToken: 'two',
  expiration: hour(),
};

/** The environment is the first link of the default credential chain. */
function become({ accessKeyId, secretAccessKey, sessionToken, expiration }: typeof FIRST): void {
  vi.stubEnv('AWS_ACCESS_KEY_ID', accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secretAccessKey);
  vi.stubEnv('AWS_SESSION_TOKEN', sessionToken);
  vi.stubEnv('AWS_CREDENTIAL_EXPIRATION', expiration.toISOString());
}

describe('a cluster with IAM authentication', () => {
  const target = gremlinServerForTests();
  let server: VerifyingServer;
  beforeEach(async () => {
    server = await startVerifyingServer(target.url);
    server.principals.push(FIRST);
    become(FIRST);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await server?.stop();
  });

  const open = (options = {}) =>
    connect(server.url, { headers: signedHeaders(server.url, { region: 'eu-west-1' }), ...options });

  test('takes what the default credential chain signs', async () => {
    const connection = await open();
    expect(await connection.submit(g.inject('a'))).toEqual(['a']);
    await connection.close();
  });

  test.each([
    { what: 'another secret', principal: { ...FIRST, secretAccessKey: 'wrong' }, reason: /does not match/ },
    { what: 'another token', principal: { ...FIRST, sessionToken: 'wrong' }, reason: /token is not valid/ },
    {
      what: 'credentials that ended',
      principal: { ...FIRST, expiration: new Date(0) },
      reason: /has expired/,
    },
  ])('refuses $what, clearly and at once', async ({ principal, reason }) => {
    server.principals[0] = principal;
    await expect(open()).rejects.toThrow(DatabaseRefusedError);
    await expect(open()).rejects.toThrow(reason);
    await expect(open()).rejects.toMatchObject({ status: 403, url: server.url });
  });

  test('refuses signatures for another region, of long ago and none', async () => {
    const other = signedHeaders(server.url, { region: 'eu-central-1' });
    await expect(open({ headers: other })).rejects.toThrow(/signed for something else/);
    const credentials = async () => FIRST;
    const signing = { service: 'neptune-db', region: 'eu-west-1', credentials };
    const old = () => sign(server.url, { ...signing, at: new Date(Date.now() - 6 * 60_000) });
    await expect(open({ headers: old })).rejects.toThrow(/date is not now/);
    await expect(open({ headers: async () => ({}) })).rejects.toThrow(/nobody is known/);
  });

  test('is told anew who we are with each connection', async () => {
    const connection = await open();
    server.principals[0] = SECOND;
    become(SECOND);
    server.fault = (_, connectionNumber) =>
      connectionNumber === 1 ? 'ReadOnlyViolationException' : undefined;
    expect(await connection.submit(g.inject('a'))).toEqual(['a']);
    expect(server.taken).toHaveLength(2);
    await connection.close();
  });

  test('without credentials, says what to do', async () => {
    const headers = signedHeaders(server.url, { region: 'eu-west-1', profile: 'nobody-has-this' });
    await expect(open({ headers })).rejects.toThrow(DatabaseCredentialsError);
    await expect(open({ headers })).rejects.toThrow(/nobody-has-this.*Check "iam" of the store/);
  });

  test.each([
    'ConcurrentModificationException',
    'ThrottlingException',
    'TooManyRequestsException',
    'MemoryLimitExceededException',
  ])('is asked again after a %s, over the same connection', async (code) => {
    const retried: string[] = [];
    const connection = await open({ onRetry: (error: Error) => retried.push(error.message) });
    server.fault = (request) => (request <= 3 ? code : undefined);
    expect(await connection.submit(g.inject('a'))).toEqual(['a']);
    expect(retried).toHaveLength(3);
    expect(retried[0]).toContain(code);
    expect(server.taken).toHaveLength(1);
    await connection.close();
  });

  test('is not asked again for what does not pass, or not for ever', async () => {
    let count = 0;
    const answered = (code: string) => {
      server.fault = () => {
        count++;
        return code;
      };
    };
    const connection = await open({ patience: { retry: 300 } });
    answered('QueryTooLargeException');
    await expect(connection.submit(g.inject(1))).rejects.toMatchObject({ code: 'QueryTooLargeException' });
    expect(count).toBe(1);
    answered('ThrottlingException');
    await expect(connection.submit(g.inject(1))).rejects.toThrow(DatabaseFailedError);
    expect(count).toBeGreaterThan(2);
    await connection.close();
  });
});
