import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseSubject } from '@karma/core';
import { createExample, type Example } from '@karma/examples';
import {
  type Moto,
  roleOf,
  startMoto,
  TEST_ENVIRONMENT,
  TestAccount,
  whyMissing,
} from '@karma/test-services';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ConfigError } from '../config/config-error';
import { loadConfig } from '../config/load-config';
import { openKarma } from './open-karma';
import { SECRETS_KEY } from './open-placements';

const missing = whyMissing('moto');
const FAST = {
  DescribeParameters: 1000,
  GetParametersByPath: 1000,
  GetParameters: 1000,
  GetParameterHistory: 1000,
};

const fileSchema = z.object({
  type: z.enum(['String', 'StringList', 'SecureString']),
  versions: z.array(z.object({ value: z.string().optional() })),
});
const configSchema = z.looseObject({
  store: z.looseObject({ file: z.string() }),
  environments: z.record(
    z.string(),
    z.looseObject({
      placements: z
        .array(
          z.looseObject({
            name: z.string(),
            account: z.string(),
            region: z.string(),
            parameters: z.string().optional(),
          }),
        )
        .optional(),
    }),
  ),
});

describe('a configuration that names Parameter Stores', () => {
  let folder: string;
  let example: Example;
  let moto: Moto;

  beforeAll(async () => {
    if (missing) return;
    stubEnvironment();
    folder = mkdtempSync(path.join(tmpdir(), 'karma-aws-'));
    example = await createExample({ directory: folder });
    moto = await startMoto();
    await Promise.all(example.parameterTrees.map(copyToAws));
  });
  afterAll(async () => {
    await moto?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(({ skip }) => {
    if (missing) skip(missing);
    stubEnvironment();
  });
  afterEach(() => vi.unstubAllEnvs());

  /** Every version of every parameter, put in order. */
  async function copyToAws({ account, region, directory }: Example['parameterTrees'][number]): Promise<void> {
    const aws = new TestAccount(moto.url, account, region);
    const files = listFiles(directory);
    const copy = async (file: string) => {
      const { type, versions } = fileSchema.parse(
        JSON.parse(readFileSync(path.join(directory, file), 'utf8')),
      );
      for (const { value } of versions)
        await aws.put(`/${file.slice(0, -'.json'.length)}`, value ?? 'hunter2', type);
    };
    const copies = Array.from({ length: 4 }, async () => {
      for (let file = files.shift(); file; file = files.shift()) await copy(file);
    });
    await Promise.all(copies);
  }

  function configure(change: (placement: Record<string, unknown>, account: string) => void): string {
    const config = configSchema.parse(JSON.parse(readFileSync(example.karmaConfig, 'utf8')));
    config.store.file = `aws-${Math.random()}.db`;
    for (const { placements = [] } of Object.values(config.environments))
      for (const placement of placements) {
        delete placement.parameters;
        change(placement, placement.account);
      }
    const file = path.join(folder, `aws-${Math.random()}.json`);
    writeFileSync(file, JSON.stringify(config));
    return file;
  }
  const onAws = (more: object = {}) =>
    configure((placement, account) => {
      placement.parameterStore = { callsPerSecond: FAST, ...more };
      placement.aws = { role: roleOf(account), endpoint: moto.url };
    });

  async function worldOf(file: string) {
    const karma = await openKarma(loadConfig(file), { past: 'foreground' });
    try {
      const report = await karma.sync();
      const entries: [string, string][] = [];
      for await (const { subject, hash } of karma.store.log.entries())
        if (parseSubject(subject).kind === 'parameter') entries.push([subject, hash]);
      const history = [];
      for await (const { key, source } of karma.store.log.observations())
        if (source.startsWith('parameters:')) history.push(key);
      return { report, entries: entries.sort(), history: history.sort() };
    } finally {
      await karma.close();
    }
  }

  it('makes the same world of them as of the file trees, and the same history', async () => {
    const files = await worldOf(example.karmaConfig);
    const aws = await worldOf(onAws());
    expect(aws.report.sources.filter(({ state, problems }) => state === 'failed' || problems.length)).toEqual(
      [],
    );
    expect(aws.entries).toEqual(files.entries);
    expect(aws.history).toEqual(files.history);
  });

  it('reads the binding that an account carries', async () => {
    const dev = example.parameterTrees.find(({ directory }) => directory.endsWith('halyard-dev'));
    const aws = new TestAccount(moto.url, dev?.account, dev?.region);
    const name = '/iac/environment';
    const before = readFileSync(path.join(dev?.directory ?? '', `${name}.json`), 'utf8');
    const { versions } = fileSchema.parse(JSON.parse(before));
    const binding = z.looseObject({}).parse(JSON.parse(versions.at(-1)?.value ?? ''));
    await aws.put(name, JSON.stringify({ ...binding, config_branch: 'elsewhere' }));
    const { report } = await worldOf(onAws());
    expect(report.sources.map((source) => source.name)).toContain('git:elsewhere');
    await aws.put(name, JSON.stringify({ ...binding, environment: 'prod' }));
    const { report: wrong } = await worldOf(onAws());
    expect(wrong.sources[0]?.problems).toMatchObject([
      {
        file: `ssm:${dev?.account}/${dev?.region}/iac/environment`,
        reason: 'It binds the account to prod; the configuration binds it to dev.',
      },
    ]);
    await aws.put(name, JSON.stringify(binding));
  });

  it('asks for a key before it decrypts anything', async () => {
    const file = onAws({ decrypt: ['/iac/**/password'] });
    vi.stubEnv(SECRETS_KEY, '');
    await expect(worldOf(file)).rejects.toThrow(ConfigError);
    await expect(worldOf(file)).rejects.toThrow(/parameterStore\/decrypt: .*set KARMA_SECRETS_KEY/);
  });

  it('names what cannot be', () => {
    const text = (placement: object) =>
      JSON.stringify({
        config: { repository: 'config' },
        environments: {
          prod: { placements: [{ name: 'a', account: '1', region: 'eu-west-1', ...placement }] },
        },
      });
    const problem = (placement: object) => {
      const file = path.join(folder, 'wrong.json');
      writeFileSync(file, text(placement));
      try {
        loadConfig(file);
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
      return '';
    };
    expect(problem({ parameterStore: {}, parameters: 'x' })).toContain('keep one');
    expect(problem({ parameterStore: {}, region: 'Ireland' })).toContain('an AWS region such as eu-west-1');
    expect(problem({ aws: { role: 'karma' } })).toContain('arn:aws:iam::<account>:role/<name>');
    expect(problem({ parameterStore: { callsPerSecond: { DescribeParameter: 1 } } })).toContain(
      'Did you mean "DescribeParameters"?',
    );
  });
});

function listFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort();
}

function stubEnvironment(): void {
  for (const [name, value] of Object.entries(TEST_ENVIRONMENT)) vi.stubEnv(name, value);
}
