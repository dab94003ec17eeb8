import { request } from 'node:http';
import { createMemoryStore } from '@karma/store';
import { afterEach, describe, expect, it } from 'vitest';
import { testContext } from '../testing/test-context';
import { createApp } from './create-app';
import { listen } from './listen';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function start() {
  const context = await testContext(createMemoryStore());
  open.push({ close: () => context.events.close() });
  const { server, port } = await listen(createApp({ context, webDirectory: null }), {
    host: '127.0.0.1',
    port: 0,
  });
  open.push(server);
  return port;
}

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
  it('tells that it is well', async () => {
    expect(await ask(await start(), 'GET', '/healthz', {})).toBe(200);
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
