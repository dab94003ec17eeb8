import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { openSqliteStore } from '@karma/store';
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
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleForTests } from './testing/bundle';

const ACCOUNT = '333333333333';
const missing = whyMissing('moto');
const script = bundleForTests();
const folder = mkdtempSync(path.join(tmpdir(), 'karma-secrets-'));
const config = path.join(folder, 'karma.config.json');
/** Proves that the search finds what is there to be found. */
const VISIBLE = 'visible-4f1c2d';

/** Every secret that was planted, and each time something that the command line or the server gave out. */
const secrets: string[] = [];
const seen: { readonly where: string; readonly text: string }[] = [];

function plant(): string {
  const secret = `s3cr3t-${String(secrets.length).padStart(3, '0')}-${Math.random().toString(36).slice(2)}`;
  secrets.push(secret);
  return secret;
}

function write(file: string, text: string): void {
  const full = path.join(folder, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
}

const environment = {
  ...process.env,
  ...TEST_ENVIRONMENT,
  KARMA_SECRETS_KEY: 'a key of 16 characters or more',
  KARMA_LOG_LEVEL: 'trace',
  KARMA_DEBUG: '1',
};

async function karma(...args: string[]): Promise<string> {
  const options = { cwd: folder, env: environment, encoding: 'utf8', maxBuffer: 1e9 } as const;
  const run = promisify(execFile)(process.execPath, [script, ...args], options);
  const { stdout, stderr } = await run.catch((failed: { stdout: string; stderr: string }) => failed);
  seen.push({ where: `karma ${args.join(' ')}`, text: stdout + stderr });
  return stdout;
}

describe('one hundred secrets', () => {
  let moto: Moto;
  let proxy: AwsProxy;

  beforeAll(async () => {
    if (missing) return;
    moto = await startMoto();
    proxy = await startAwsProxy(moto.url);
    await plantAll(new TestAccount(moto.url, ACCOUNT));
    configure();
  });
  afterAll(async () => {
    await proxy?.stop();
    await moto?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(({ skip }) => {
    if (missing) skip(missing);
  });

  /** Values that are decrypted, and values that are not; old ones too; JSON within; states; errors come later. */
  async function plantAll(aws: TestAccount): Promise<void> {
    for (let n = 0; n < 15; n++) {
      await aws.put(`/iac/db/n${n}/config`, `{"name":"${VISIBLE}"}`);
      for (let version = 0; version < 2; version++)
        await aws.put(`/iac/db/n${n}/runtime/password`, plant(), 'SecureString');
    }
    for (let n = 0; n < 20; n++)
      await aws.put(
        `/iac/cache/n${n}/runtime`,
        JSON.stringify({ url: VISIBLE, token: plant() }),
        'SecureString',
      );
    for (let n = 0; n < 20; n++)
      await aws.put(`/iac/vault/n${n}/config`, `{"key":"${plant()}"}`, 'SecureString');
    for (let n = 0; n < 19; n++) write(`state/db/n${n}/terraform.tfstate`, stateOf(plant()));
    write('state/db/broken/terraform.tfstate', `{ "version": 4, "serial": "${plant()}" `);
  }

  function stateOf(secret: string): string {
    const outputs = {
      endpoint: { value: VISIBLE, type: 'string' },
      password: { value: { inner: [secret] }, type: 'object', sensitive: true },
    };
    const resources = [{ mode: 'managed', instances: [{ attributes: { password: secret } }] }];
    return JSON.stringify({ version: 4, serial: 1, outputs, resources });
  }

  function configure(): void {
    write('config/iac/prod/db/n0/config.json', `{"name":"${VISIBLE}"}`);
    const git = ['-C', path.join(folder, 'config'), '-c', 'user.name=Ada', '-c', 'user.email=a@b.c'];
    execFileSync('git', [...git, 'init', '--quiet', '--initial-branch=main']);
    execFileSync('git', [...git, 'add', '--all']);
    execFileSync('git', [...git, 'commit', '--quiet', '--message', 'First']);
    const placement = {
      name: 'acme-prod',
      account: ACCOUNT,
      region: REGION,
      aws: { role: roleOf(ACCOUNT), endpoint: proxy.url },
      parameterStore: {
        decrypt: ['/iac/db/*/runtime/password', '/iac/cache/**'],
        callsPerSecond: { DescribeParameters: 100, GetParameterHistory: 100 },
      },
      state: { directory: 'state' },
    };
    write(
      'karma.config.json',
      JSON.stringify({
        store: { file: 'store/karma.db' },
        config: { repository: 'config' },
        environments: { prod: { placements: [placement] } },
        sync: { parameters: 1 },
      }),
    );
  }

  it('are nowhere in the store, the logs, the answers and the exports', async () => {
    expect(await karma('ingest', '--config', config)).toContain('earlier versions to be read: 15');
    const past = await karma('ingest', '--history', '--config', config, '--json');
    expect(past).toContain('parameters"');
    expect(past).not.toContain('to be read');
    await failInEveryWay();
    await askServer();
    for (const format of ['json', 'svg', 'drawio', 'mermaid', 'dot', 'graphml', 'csv'])
      await karma('export', '--config', config, '--format', format);
    await karma('log', '--config', config, '--json');
    await karma('query', 'prod', '--config', config, '--json');
    await karma('show', 'db/n0', '--config', config, '--json');
    await readStore();

    expect(secrets).toHaveLength(100);
    for (const place of ['store file', 'store contents', 'trpc/component', 'karma show'])
      expect(seen.some(({ where, text }) => where.startsWith(place) && text.includes(VISIBLE))).toBe(true);
    expect(seen.some(({ where, text }) => where === 'server log' && text.includes('may not s'))).toBe(true);
    const leaks = seen.flatMap(({ where, text }) =>
      secrets
        .filter((secret) => formsOf(secret).some((form) => text.includes(form)))
        .map((secret) => `${where}: ${secret}`),
    );
    expect(leaks).toEqual([]);
  }, 240_000);

  /** What AWS says in an error may quote a value. */
  async function failInEveryWay(): Promise<void> {
    const codes = [
      'AccessDeniedException',
      'ValidationException',
      'InternalServerError',
      'ParameterNotFound',
      'Strange',
    ];
    for (const code of codes) {
      const message = `${plant()} is not authorized to perform: ssm:DescribeParameters`;
      proxy.fault = (action) =>
        action === 'DescribeParameters' ? { status: 400, code, message } : undefined;
      await karma('ingest', '--config', config);
    }
  }

  async function askServer(): Promise<void> {
    const child = spawn(process.execPath, [script, 'serve', '--port', '0', '--json', '--config', config], {
      cwd: folder,
      env: environment,
    });
    let log = '';
    child.stderr.on('data', (chunk) => {
      log += chunk;
    });
    const ended = once(child, 'exit');
    const [line] = await once(child.stdout, 'data');
    const { url } = JSON.parse(String(line));
    const ask = async (procedure: string, input?: object) => {
      const query = input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
      const text = await (await fetch(`${url}/trpc/${procedure}${query}`)).text();
      seen.push({ where: `trpc/${procedure}`, text });
      return text;
    };
    for (let n = 0; n < 5; n++) {
      const message = `User: arn:aws:iam::1:user/${plant()} may not`;
      proxy.fault = () => ({ status: 400, code: 'AccessDeniedException', message });
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await ask('sources');
    }
    await ask('overview');
    await ask('findings', {});
    await ask('revisions', {});
    const graph = await ask('graph', {});
    for (const id of new Set(graph.match(/prod\/[a-z]+\/n\d+/g))) await ask('component', { id });
    seen.push({ where: 'metrics', text: await (await fetch(`${url}/metrics`)).text() });
    child.kill('SIGTERM');
    await ended;
    seen.push({ where: 'server log', text: log });
  }

  async function readStore(): Promise<void> {
    const files = path.join(folder, 'store');
    for (const file of readdirSync(files, { recursive: true, withFileTypes: true }))
      if (file.isFile()) {
        const text = readFileSync(path.join(file.parentPath, file.name), 'latin1');
        seen.push({ where: `store file ${file.name}`, text });
      }
    const store = await openSqliteStore(path.join(files, 'karma.db'));
    const hashes = new Set<string>();
    for await (const { changes } of store.log.observations())
      for (const { hash } of changes) if (hash !== null) hashes.add(hash);
    const contents = await store.log.contents([...hashes]);
    expect(contents.size).toBe(hashes.size);
    seen.push({ where: 'store contents', text: [...contents.values()].join('\n') });
    await store.close();
  }
});

/** As it is, and as it would look encoded. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [secret, bytes.toString('base64').slice(0, -4), bytes.toString('hex')];
}
