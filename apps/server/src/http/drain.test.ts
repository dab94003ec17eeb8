import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { startTestApp } from '../testing/test-app';
import { drain } from './drain';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A server whose answers a test gives. */
async function startServer() {
  const server = createServer();
  const asked = once(server, 'request').then(([, response]): ServerResponse => response);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, asked, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` };
}

it('finishes what is being answered, and takes no more', async () => {
  const { server, asked, url } = await startServer();
  const asking = fetch(url).then((response) => response.text());
  const response = await asked;
  const drained = drain(server, 60_000);
  await expect(fetch(url)).rejects.toThrow();
  response.end('whole');
  expect(await asking).toBe('whole');
  await drained;
});

it('cuts what does not end', async () => {
  const { server, asked, url } = await startServer();
  const asking = fetch(url);
  asking.catch(() => {});
  await asked;
  await drain(server, 50);
  await expect(asking).rejects.toThrow();
});

it('does not wait for live events', async () => {
  const app = await startTestApp();
  open.push({ close: () => app.context.sync.stop() });
  const response = await fetch(`${app.url}/trpc/events`, { headers: { accept: 'text/event-stream' } });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reading = response.text();
  reading.catch(() => {});
  app.requests.endStreams();
  await drain(app.server, 60_000);
  // As for a process that died: browsers come again.
  await expect(reading).rejects.toThrow();
});
