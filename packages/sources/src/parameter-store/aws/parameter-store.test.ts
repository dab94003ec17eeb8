import {
  type AwsProxy,
  type Moto,
  OWN_ACCOUNT,
  REGION,
  roleOf,
  startAwsProxy,
  startMoto,
  TEST_ENVIRONMENT,
  TestAccount,
  whyMissing,
} from '@karma/test-services';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fold, observeAll } from '../../testing/fold';
import { ACTIONS } from './api';
import { openParameterStore, type ParameterStoreOptions } from './parameter-store';

const missing = whyMissing('moto');
const UNHURRIED = Object.fromEntries(ACTIONS.map((action) => [action, 1000]));
const content = (value: string | null, type = 'String', more = {}) =>
  JSON.stringify({ type, value, ...more });

describe('Parameter Store of AWS', () => {
  let moto: Moto;
  let proxy: AwsProxy;
  /** Each test has an account of its own. */
  let account = '';
  let accounts = 0;

  beforeAll(async () => {
    if (missing) return;
    moto = await startMoto();
    proxy = await startAwsProxy(moto.url);
  });
  afterAll(async () => {
    await proxy?.stop();
    await moto?.stop();
  });
  beforeEach(({ skip }) => {
    if (missing) skip(missing);
    for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
    account = String(200_000_000_000 + ++accounts);
    proxy.fault = () => undefined;
    proxy.calls.length = 0;
  });
  afterEach(() => vi.unstubAllEnvs());

  const open = (options: Partial<ParameterStoreOptions> = {}) =>
    openParameterStore({
      account,
      region: REGION,
      role: roleOf(account),
      endpoint: proxy.url,
      paths: ['/iac', '/external'],
      callsPerSecond: UNHURRIED,
      past: 'foreground',
      ...options,
    });
  const subject = (name: string) => `parameter|${account}/${REGION}|${name}`;
  const keys = ({ observations }: { observations: readonly { key: string }[] }) =>
    observations.map(({ key }) => key.replace(`ssm:${account}/${REGION}`, ''));
  const calls = () => {
    const counts = new Map<string, number>();
    for (const action of proxy.calls) counts.set(action, (counts.get(action) ?? 0) + 1);
    proxy.calls.length = 0;
    return Object.fromEntries(counts);
  };

  it('reads all below its paths, of every type, without secrets', async () => {
    const aws = new TestAccount(moto.url, account);
    await aws.put('/iac/vpc/main/config', '{"cidr":"10.0.0.0/16"}');
    await aws.put('/iac/vpc/main/runtime/subnets', 'a,b', 'StringList');
    await aws.put('/iac/db/main/runtime/password', 'hunter2', 'SecureString');
    await aws.put('/external/stripe/api/runtime', '{"url":"https://stripe"}');
    await aws.put('/elsewhere/vpc/main/config', 'not ours');
    const source = open();
    const run = await observeAll(source);
    expect(fold(run)).toEqual({
      [subject('/external/stripe/api/runtime')]: content('{"url":"https://stripe"}'),
      [subject('/iac/db/main/runtime/password')]: content(null, 'SecureString'),
      [subject('/iac/vpc/main/config')]: content('{"cidr":"10.0.0.0/16"}'),
      [subject('/iac/vpc/main/runtime/subnets')]: content('a,b', 'StringList'),
    });
    expect(keys(run)).toContain('/iac/vpc/main/config@1');
    expect(run.observations[0]).toMatchObject({ source: `parameters:${account}/${REGION}`, actor: null });
    expect(source.position(run.cursor ?? '')).toBe('4 parameters');
    expect(calls()).toMatchObject({ DescribeParameters: 1, GetParametersByPath: 2 });
  });

  it('reads 2,000 parameters page by page, then lists them only', async () => {
    const aws = new TestAccount(moto.url, account);
    await aws.putAll(
      Array.from({ length: 2000 }, (_, n) => [`/iac/vpc/n${n}/config`, `{"n":${n}}`] as const),
    );
    const source = open();
    const first = await observeAll(source);
    expect(Object.keys(fold(first))).toHaveLength(2000);
    expect(calls()).toMatchObject({ DescribeParameters: 41, GetParametersByPath: 202 });

    expect((await observeAll(source, first.cursor)).batches).toEqual([]);
    expect(calls()).toEqual({ DescribeParameters: 41 });

    await aws.put('/iac/vpc/n7/config', 'changed');
    calls();
    const second = await observeAll(source, first.cursor);
    expect(keys(second)).toEqual(['/iac/vpc/n7/config@2']);
    expect(calls()).toEqual({ DescribeParameters: 41, GetParameters: 1 });
  });

  it('notices deletions, and parameters that come back with versions from one', async () => {
    const aws = new TestAccount(moto.url, account);
    await aws.put('/iac/vpc/main/config', 'one');
    await aws.put('/iac/vpc/other/config', 'old');
    const source = open();
    const first = await observeAll(source);
    await aws.remove('/iac/vpc/main/config');
    await aws.remove('/iac/vpc/other/config');
    await aws.put('/iac/vpc/other/config', 'new');
    const second = await observeAll(source, first.cursor);
    expect(keys(second).sort()).toEqual(['/iac/vpc/main/config@deleted-1', '/iac/vpc/other/config@1~2']);
    expect(fold(first, second)).toEqual({ [subject('/iac/vpc/other/config')]: content('new') });
    await aws.put('/iac/vpc/main/config', 'again');
    const third = await observeAll(open(), second.cursor);
    expect(keys(third)).toEqual(['/iac/vpc/main/config@1~2']);
    expect(fold(first, second, third)[subject('/iac/vpc/main/config')]).toBe(content('again'));
  });

  it('tells the past of a parameter after its present, at its own time, and each version once', async () => {
    const aws = new TestAccount(moto.url, account);
    for (const value of ['a', 'b', 'c']) await aws.put('/iac/vpc/main/config', value);
    const run = await observeAll(open());
    expect(run.observations.map(({ key, isPast }) => [key.split('@')[1], isPast ?? false])).toEqual([
      ['3', false],
      ['1', true],
      ['2', true],
    ]);
    for (const value of ['d', 'e', 'f']) await aws.put('/iac/vpc/main/config', value);
    const next = await observeAll(open(), run.cursor);
    expect(keys(next).map((key) => key.split('@')[1])).toEqual(['6', '4', '5']);
    expect((await observeAll(open(), next.cursor)).batches).toEqual([]);
  });

  it('reads the past in the background, and goes on with it in another process', async () => {
    const aws = new TestAccount(moto.url, account);
    for (const value of ['a', 'b', 'c']) await aws.put('/iac/vpc/main/config', value);
    const later = open({ past: 'later' });
    const first = await observeAll(later);
    expect(keys(first)).toEqual(['/iac/vpc/main/config@3']);
    expect((await observeAll(later, first.cursor)).batches).toEqual([]);
    expect(later.position(first.cursor ?? '')).toBe('1 parameter, earlier versions to be read: 2');
    const source = open({ past: 'background' });
    const past = await vi.waitUntil(
      async () => {
        const read = await observeAll(source, first.cursor);
        return keys(read).length === 2 && read;
      },
      { timeout: 20_000 },
    );
    expect(source.position(past.cursor ?? '')).toBe('1 parameter');
  });

  it('marks where Parameter Store keeps no more', async () => {
    const aws = new TestAccount(moto.url, account);
    for (let version = 1; version <= 103; version++) await aws.put('/iac/vpc/main/config', `v${version}`);
    const run = await observeAll(open());
    const past = run.observations.filter(({ isPast }) => isPast);
    expect(past).toHaveLength(99);
    expect(past[0]).toMatchObject({
      key: `ssm:${account}/${REGION}/iac/vpc/main/config@4`,
      message: 'Parameter Store keeps no version before 4',
    });
    expect(past[1]?.message).toBe('');
  });

  it('tells that a secret changed by a keyed hash where it is named, and nothing else', async () => {
    const aws = new TestAccount(moto.url, account);
    const decryption = { paths: ['/iac/db/*/runtime/password'], key: 'a key' };
    await aws.put('/iac/db/main/runtime/password', 'hunter2', 'SecureString');
    await aws.put('/iac/db/main/runtime/token', 'tok', 'SecureString');
    const first = await observeAll(open({ decryption }));
    const password = subject('/iac/db/main/runtime/password');
    expect(JSON.parse(fold(first)[password] ?? '')).toEqual({
      type: 'SecureString',
      value: null,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(fold(first)[subject('/iac/db/main/runtime/token')]).toBe(content(null, 'SecureString'));
    await aws.put('/iac/db/main/runtime/password', 'hunter2', 'SecureString');
    const same = await observeAll(open({ decryption }), first.cursor);
    expect(fold(first, same)[password]).toBe(fold(first)[password]);
    await aws.put('/iac/db/main/runtime/password', 'hunter3', 'SecureString');
    const other = await observeAll(open({ decryption }), same.cursor);
    expect(fold(first, same, other)[password]).not.toBe(fold(first)[password]);
  });

  it('does not mistake a list that lags for a change', async () => {
    const aws = new TestAccount(moto.url, account);
    await aws.put('/iac/vpc/main/config', 'one');
    const old = await observeAll(open());
    await aws.put('/iac/vpc/main/config', 'two');
    await aws.put('/iac/vpc/new/config', 'new');
    const now = await observeAll(open(), old.cursor);
    const [before] = old.observations;
    const Parameters = [
      {
        Name: '/iac/vpc/main/config',
        Type: 'String',
        Version: 1,
        LastModifiedDate: Date.parse(before?.at ?? '') / 1000,
      },
    ];
    proxy.fault = (action) => (action === 'DescribeParameters' ? { answer: { Parameters } } : undefined);
    expect((await observeAll(open(), now.cursor)).batches).toEqual([]);
  });

  it('goes on through throttling and cut connections', async () => {
    const aws = new TestAccount(moto.url, account);
    await aws.putAll(Array.from({ length: 60 }, (_, n) => [`/iac/vpc/n${n}/config`, `${n}`] as const));
    proxy.fault = (_, call) => {
      if (call % 4 === 1) return { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' };
      return call % 7 === 2 ? 'cut the connection' : undefined;
    };
    expect(Object.keys(fold(await observeAll(open())))).toHaveLength(60);
  });

  it('says what is missing, never what AWS said', async () => {
    const secret = 's3cr3t-in-a-message';
    const cases = [
      {
        fault: {
          status: 400,
          code: 'AccessDeniedException',
          message: `User: arn:aws:sts::111111111111:assumed-role/dev/ada is not authorized to perform: ssm:DescribeParameters because ${secret}`,
        },
        words:
          'arn:aws:sts::111111111111:assumed-role/dev/ada may not ssm:DescribeParameters in .*Allow ssm:DescribeParameters',
      },
      {
        fault: { status: 400, code: 'ExpiredTokenException', message: secret },
        words: 'expired.*Sign in again',
      },
      {
        fault: { status: 400, code: 'UnrecognizedClientException', message: secret },
        words: 'does not know the credentials.*aws.profile',
      },
      {
        fault: { status: 400, code: 'ValidationException', message: secret },
        words: 'ssm:DescribeParameters failed',
      },
    ];
    for (const { fault, words } of cases) {
      proxy.fault = (action) => (action === 'DescribeParameters' ? fault : undefined);
      const error: unknown = await observeAll(open()).catch((cause: unknown) => cause);
      expect(error).toMatchObject({ name: 'SourceUnavailableError', message: expect.stringMatching(words) });
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(secret);
    }
  });

  it('says that there are no credentials, or those of another account', async () => {
    await expect(observeAll(open({ role: undefined }))).rejects.toThrow(
      `The credentials are those of the account ${OWN_ACCOUNT}, not of ${account}.`,
    );
    await expect(observeAll(open({ role: undefined, profile: 'nobody' }))).rejects.toThrow(
      /no AWS credentials in the profile nobody\. Sign in/,
    );
    await expect(
      observeAll(open({ role: undefined, endpoint: 'http://ssm.nowhere.invalid' })),
    ).rejects.toThrow(/nowhere\.invalid is not found.*aws\.endpoint/);
  });

  it('keeps to the rates that it is given, retries too', async () => {
    const aws = new TestAccount(moto.url, account);
    await aws.putAll(Array.from({ length: 120 }, (_, n) => [`/iac/vpc/n${n}/config`, `${n}`] as const));
    const at: number[] = [];
    const source = open({
      callsPerSecond: { ...UNHURRIED, DescribeParameters: 5 },
      onCall: (action) => action === 'DescribeParameters' && at.push(performance.now()),
    });
    await observeAll(source);
    expect(at).toHaveLength(3);
    for (const [index, time] of at.slice(1).entries()) expect(time - (at[index] ?? 0)).toBeGreaterThan(190);
  });
});
