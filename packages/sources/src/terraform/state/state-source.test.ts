import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { terraformStateSchema } from '@karma/core';
import {
  type AwsProxy,
  type Moto,
  REGION,
  roleOf,
  startAwsProxy,
  startMoto,
  TEST_ENVIRONMENT,
  TestAccount,
  whyMissing,
} from '@karma/test-services';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fold, observeAll } from '../../testing/fold';
import { temporaryDirectory } from '../../testing/test-repository';
import { readStateFile } from './state-file';
import { openStateSource } from './state-source';

const ACCOUNT = '222222222222';
const BUCKET = `${ACCOUNT}-tf-state`;
const SUBJECT = `state|${ACCOUNT}/${REGION}|vpc/main`;
const stateText = (serial: number, more: object = {}) =>
  JSON.stringify({
    version: 4,
    terraform_version: '1.9.0',
    serial,
    lineage: 'c0ffee',
    outputs: {
      vpc_id: { value: 'vpc-1', type: 'string' },
      password: { value: 'hunter2', type: 'string', sensitive: true },
    },
    resources: [
      { mode: 'managed', type: 'aws_vpc', name: 'this', instances: [{ attributes: { secret: 'hunter3' } }] },
      { mode: 'managed', type: 'aws_subnet', name: 'this', instances: [{}, {}] },
      { mode: 'data', type: 'aws_region', name: 'here', instances: [{}] },
    ],
    ...more,
  });

/** Where the states of a test are kept. */
interface Keeper {
  put(key: string, text: string): Promise<void>;
  remove(key: string): Promise<void>;
  open(): ReturnType<typeof openStateSource>;
}

const missing = whyMissing('moto');
let moto: Moto;
let proxy: AwsProxy;
beforeAll(async () => {
  if (missing) return;
  for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
  moto = await startMoto();
  proxy = await startAwsProxy(moto.url);
  await new TestAccount(moto.url, ACCOUNT).makeBucket(BUCKET);
});
afterAll(async () => {
  await proxy?.stop();
  await moto?.stop();
});

const access = { account: ACCOUNT, region: REGION };
function inDirectory(): Keeper {
  const directory = temporaryDirectory();
  let minutes = 0;
  return {
    async put(key, text) {
      const file = join(directory, key);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text.padEnd(text.length + ++minutes));
    },
    remove: async (key) => rmSync(join(directory, key)),
    open: () => openStateSource({ ...access, directory }),
  };
}
function inBucket(): Keeper {
  const aws = new TestAccount(moto.url, ACCOUNT);
  return {
    put: (key, text) => aws.putObject(BUCKET, key, text),
    remove: (key) => aws.removeObject(BUCKET, key),
    open: () => openStateSource({ ...access, role: roleOf(ACCOUNT), endpoint: proxy.url }),
  };
}

describe.each([
  ['a directory', inDirectory, undefined],
  ['S3', inBucket, missing],
])('Terraform states in %s', (_, keep, reason) => {
  beforeEach(({ skip }) => {
    if (reason) skip(reason);
    for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
  });
  afterEach(() => {
    if (proxy) proxy.fault = () => undefined;
    vi.unstubAllEnvs();
  });

  it('are observed once each time they are written, and when they are gone', async () => {
    const keeper = keep();
    await keeper.put('vpc/main/terraform.tfstate', stateText(4));
    await keeper.put('vpc/main/terraform.tfstate.backup', stateText(3));
    await keeper.put('other/file.json', '{}');
    const source = keeper.open();
    const first = await observeAll(source);
    expect(first.observations.map(({ key }) => key.replace(/-[^-]*$/, ''))).toEqual([
      `tfstate:${ACCOUNT}/${REGION}/vpc/main@4`,
    ]);
    expect(JSON.parse(fold(first)[SUBJECT] ?? '')).toEqual({
      serial: 4,
      resources: 3,
      outputs: [
        { key: 'password', sensitive: true },
        { key: 'vpc_id', sensitive: false, value: 'vpc-1' },
      ],
    });
    expect(JSON.stringify([...first.contents])).not.toMatch(/hunter/);
    expect(source.position(first.cursor ?? '')).toBe('1 state');
    expect((await observeAll(keeper.open(), first.cursor)).batches).toEqual([]);

    await keeper.put('vpc/main/terraform.tfstate', stateText(5, { resources: [] }));
    const second = await observeAll(source, first.cursor);
    expect(JSON.parse(fold(first, second)[SUBJECT] ?? '')).toMatchObject({ serial: 5, resources: 0 });
    await keeper.remove('vpc/main/terraform.tfstate');
    const third = await observeAll(source, second.cursor);
    expect(fold(first, second, third)).toEqual({});
  });

  it('tell what cannot be read, and keep what was', async () => {
    const keeper = keep();
    await keeper.put('vpc/broken/terraform.tfstate', stateText(1));
    const source = keeper.open();
    const first = await observeAll(source);
    await keeper.put('vpc/broken/terraform.tfstate', '{ "version": 4,\n "serial": "hunter2" ');
    const second = await observeAll(source, first.cursor);
    expect(second.batches[0]?.problems).toMatchObject([
      { file: expect.stringContaining('vpc/broken/terraform.tfstate'), line: 2 },
    ]);
    expect(JSON.stringify(second.batches)).not.toContain('hunter');
    expect(fold(first, second)).toEqual(fold(first));
    await keeper.put('vpc/broken/terraform.tfstate', stateText(1, { version: 3 }));
    const third = await observeAll(source, second.cursor);
    expect(third.batches[0]?.problems[0]?.reason).toContain('version');
    await keeper.remove('vpc/broken/terraform.tfstate');
  });
});

describe('Terraform states that cannot be reached', () => {
  it('name the folder', async () => {
    await expect(observeAll(openStateSource({ ...access, directory: '/nowhere' }))).rejects.toThrow(
      /folder \/nowhere cannot be listed.*state\.directory/,
    );
  });

  it('are not taken for gone', async () => {
    const directory = temporaryDirectory();
    const folder = join(directory, 'vpc/main');
    mkdirSync(folder, { recursive: true });
    symlinkSync('terraform.tfstate', join(folder, 'terraform.tfstate'));
    await expect(observeAll(openStateSource({ ...access, directory }))).rejects.toThrow('ELOOP');
  });

  it('name the bucket, or the action that is missing', async ({ skip }) => {
    if (missing) skip(missing);
    for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
    const open = (bucket?: string) =>
      openStateSource({ ...access, role: roleOf(ACCOUNT), endpoint: proxy.url, bucket });
    await expect(observeAll(open('no-such-bucket'))).rejects.toThrow(/not there.*state\.bucket/);
    proxy.fault = (action) =>
      action.startsWith('GET') ? { status: 403, code: 'AccessDenied', message: 'hunter2' } : undefined;
    await expect(observeAll(open())).rejects.toThrow(/may not s3:ListBucket.*Allow s3:ListBucket/);
  });

  it('are looked for in a bucket of the account, unless it is named', async ({ skip }) => {
    if (missing) skip(missing);
    for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
    const aws = new TestAccount(moto.url, ACCOUNT);
    await aws.putObject(BUCKET, 'vpc/main/terraform.tfstate', stateText(1));
    const owners: unknown[] = [];
    proxy.fault = (action, _, headers) => {
      if (action.startsWith('GET')) owners.push(headers['x-amz-expected-bucket-owner']);
      return undefined;
    };
    const options = { ...access, role: roleOf(ACCOUNT), endpoint: proxy.url };
    expect((await observeAll(openStateSource(options))).observations).toHaveLength(1);
    expect((await observeAll(openStateSource({ ...options, bucket: BUCKET }))).observations).toHaveLength(1);
    expect(owners).toEqual([ACCOUNT, ACCOUNT, undefined, undefined]);
  });
});

it('what is read of any state is what core takes, and no sensitive value', () => {
  const output = fc.record({ value: fc.jsonValue(), sensitive: fc.boolean(), type: fc.constant('any') });
  const anyState = fc.record({
    version: fc.constant(4),
    serial: fc.nat(),
    lineage: fc.uuid(),
    // Zod takes that one out of every record.
    outputs: fc.dictionary(
      fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
      output,
    ),
    resources: fc.array(
      fc.record({ mode: fc.constantFrom('managed', 'data'), instances: fc.array(fc.object()) }),
    ),
  });
  fc.assert(
    fc.property(anyState, (file) => {
      const { state } = readStateFile('a', JSON.stringify(file));
      expect(terraformStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(
        JSON.parse(JSON.stringify(state)),
      );
      expect(state?.outputs.map(({ key }) => key)).toEqual(Object.keys(file.outputs).sort());
      for (const one of state?.outputs ?? []) expect('value' in one).toBe(!one.sensitive);
    }),
  );
});
