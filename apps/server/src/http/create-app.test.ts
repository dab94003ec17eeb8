import { request } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startTestApp } from '../testing/test-app';
import { listen } from './listen';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function startApp() {
  const app = await startTestApp();
  open.push(app);
  return app;
}

const start = async () => (await startApp()).port;

/** `fetch` does not let one choose Host. */
function ask(port: number, method: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asking.on('error', reject).end(method === 'POST' ? '{}' : undefined);
  });
}

const json = { 'content-type': 'application/json' };

describe('the server over HTTP', () => {
  it('tells that it is alive, under any name', async () => {
    const port = await start();
    expect(await ask(port, 'GET', '/healthz', {})).toBe(200);
    expect(await ask(port, 'GET', '/healthz', { host: 'karma.internal' })).toBe(200);
  });

  it('is ready once a graph can be served, and not any more while it ends', async () => {
    const { url, readiness, context, configs } = await startApp();
    const ready = async () => {
      const response = await fetch(`${url}/readyz`);
      return { status: response.status, body: await response.json() };
    };
    expect(await ready()).toEqual({ status: 503, body: { ok: false, reason: 'The graph is being loaded.' } });
    readiness.warm();
    expect(await ready()).toEqual({ status: 503, body: { ok: false, reason: 'The first sync is running.' } });
    configs.write('prod/vpc/main', {});
    await context.sync.sync();
    expect(await ready()).toEqual({ status: 200, body: { ok: true, reason: null } });
    readiness.stop();
    expect(await ready()).toEqual({ status: 503, body: { ok: false, reason: 'It is shutting down.' } });
  });

  it('tells anybody that the store does not answer, and only the log why', async () => {
    const { url, readiness, store, lines } = await startApp();
    readiness.warm();
    vi.spyOn(store.log, 'head').mockRejectedValue(new Error('db.internal:8182 refused'));
    const response = await fetch(`${url}/readyz`);
    expect([response.status, await response.json()]).toEqual([
      503,
      { ok: false, reason: 'The store does not answer.' },
    ]);
    expect(lines.join()).toContain('db.internal:8182 refused');
  });

  it('tells Prometheus how it is doing', async () => {
    const { url, context, configs, metrics } = await startApp();
    configs.write('prod/vpc/main', {});
    metrics.synced(await context.sync.sync());
    configs.failure = new Error('gone');
    metrics.synced(await context.sync.sync());
    await fetch(`${url}/trpc/sources`);
    // A request counts when its answer has left, which may be after it came here.
    await vi.waitFor(async () => {
      const text = await (await fetch(`${url}/metrics`)).text();
      for (const line of [
        /^karma_source_up{source="git:main"} 0$/m,
        /^karma_source_age_seconds{source="git:main"} \d/m,
        /^karma_source_sync_duration_seconds_count{source="git:main",state="ok"} 1$/m,
        /^karma_source_sync_duration_seconds_count{source="git:main",state="failed"} 1$/m,
        /^karma_errors_total{kind="source"} 1$/m,
        /^karma_head_revision 1$/m,
        /^karma_sync_leader 1$/m,
        /^karma_http_request_duration_seconds_count{method="GET",route="\/trpc",status="200"} 1$/m,
        /^process_resident_memory_bytes \d/m,
      ])
        expect(text).toMatch(line);
    });
  });

  it('logs each request as one line of JSON, under the id that it was given', async () => {
    const { url, lines } = await startApp();
    const { headers } = await fetch(`${url}/trpc/sources?secret=x`, { headers: { 'x-request-id': 'abc-1' } });
    expect(headers.get('x-request-id')).toBe('abc-1');
    const made = (await fetch(`${url}/trpc/sources`, { headers: { 'x-request-id': 'not an id' } })).headers;
    expect(made.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    await vi.waitFor(() => expect(lines).toHaveLength(2));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'info',
      msg: 'request',
      requestId: 'abc-1',
      method: 'GET',
      path: '/trpc/sources',
      status: 200,
    });
    expect(lines.join('')).not.toContain('secret');
  });

  it('answers under the names of loopback only', async () => {
    const port = await start();
    expect(await ask(port, 'GET', '/trpc/sources', { host: `localhost:${port}` })).toBe(200);
    expect(await ask(port, 'GET', '/trpc/sources', { host: 'karma.attacker.example' })).toBe(403);
    expect(await ask(port, 'GET', '/trpc/sources', { host: 'localhost.attacker.example' })).toBe(403);
  });

  it('answers no page of another origin', async () => {
    const port = await start();
    const host = `localhost:${port}`;
    const own = { ...json, host, origin: `http://${host}` };
    expect(await ask(port, 'POST', '/trpc/sync', own)).toBe(200);
    for (const origin of ['http://attacker.example', 'null', `https://${host}`, 'http://localhost:1'])
      expect(await ask(port, 'POST', '/trpc/sync', { ...own, origin })).toBe(403);
    expect(await ask(port, 'GET', '/trpc/sources', { host, 'sec-fetch-site': 'cross-site' })).toBe(403);
  });

  it('lets links that stand elsewhere be followed, but not framed', async () => {
    const port = await start();
    const from = (mode: string, dest: string) => ({
      host: `localhost:${port}`,
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': mode,
      'sec-fetch-dest': dest,
    });
    const link = from('navigate', 'document');
    expect(await ask(port, 'GET', '/proposals/d1', link)).not.toBe(403);
    expect(await ask(port, 'POST', '/trpc/sync', { ...json, ...link })).toBe(403);
    for (const other of [from('navigate', 'iframe'), from('no-cors', 'script'), from('cors', 'empty')])
      expect(await ask(port, 'GET', '/proposals/d1', other)).toBe(403);
  });

  it('lets a page load from here only, and nobody frame it', async () => {
    const { headers } = await fetch(`http://127.0.0.1:${await start()}/healthz`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/https?:/);
    expect(policy.split(';')).toEqual(
      expect.arrayContaining(["default-src 'self'", "font-src 'self'", "frame-ancestors 'none'"]),
    );
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  it('takes the next free port', async () => {
    const port = await start();
    const { server, port: next } = await listen(() => {}, { host: '127.0.0.1', port });
    open.push(server);
    expect(next).toBeGreaterThan(port);
  });
});
