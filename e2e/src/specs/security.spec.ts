import { request as send } from 'node:http';
import { expect, test } from '../world/fixtures';

/** A request with headers that a browser would not let a page choose. Gives the status code. */
function status(address: string, method: string, headers: Record<string, string>): Promise<number> {
  const path = method === 'GET' ? '/trpc/overview?input=%7B%7D' : '/trpc/sync';
  return new Promise((resolve, reject) => {
    const request = send(new URL(path, address), { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.once('error', reject);
    request.end(method === 'POST' ? '{}' : undefined);
  });
}

const json = { 'content-type': 'application/json' };

test('a wrong Host is refused: a name that was rebound to loopback reads nothing', async ({ world }) => {
  expect(await status(world.address, 'GET', {})).toBe(200);
  expect(await status(world.address, 'GET', { host: 'evil.example' })).toBe(403);
});

test('a foreign Origin changes nothing', async ({ world }) => {
  expect(await status(world.address, 'POST', { ...json, origin: world.address })).toBe(200);
  expect(await status(world.address, 'POST', { ...json, origin: 'https://evil.example' })).toBe(403);
});

test('no other site can frame the page, and it loads nothing from elsewhere', async ({
  page,
  map,
  world,
}) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(world.address) && !/^(data|blob):/.test(request.url()))
      foreign.push(request.url());
  });
  const response = await page.goto('/');
  expect(response?.headers()['content-security-policy']).toMatch(/frame-ancestors '(none|self)'/);
  await map.open();
  expect(foreign).toEqual([]);
});
