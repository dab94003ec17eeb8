import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GremlinServer, startGremlinServer, whyMissing } from './index';

const reason = whyMissing('gremlin-server');

describe('Gremlin Server', () => {
  let server: GremlinServer | undefined;
  beforeAll(async () => {
    if (!reason) server = await startGremlinServer();
  });
  afterAll(() => server?.stop());
  beforeEach(({ skip }) => {
    if (reason) skip(reason);
  });

  test('takes WebSockets on a loopback port', async () => {
    expect(server?.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/gremlin$/);
    const response = await fetch(server?.url.replace('ws:', 'http:') ?? '');
    expect(response.status).toBe(400);
  });

  test('is gone after it was stopped', async () => {
    const other = await startGremlinServer();
    await other.stop();
    await expect(fetch(other.url.replace('ws:', 'http:'))).rejects.toThrow();
  });
});
