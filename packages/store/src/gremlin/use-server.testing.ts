import { type GremlinServer, startGremlinServer, whyMissing } from '@karma/test-services';
import { afterAll, beforeAll, beforeEach } from 'vitest';

/** Gives the tests of a file a Gremlin Server, or skips them with the reason why there is none. */
export function useGremlinServer(): { readonly url: string } {
  const reason = whyMissing('gremlin-server');
  let server: GremlinServer | undefined;
  beforeAll(async () => {
    if (!reason) server = await startGremlinServer();
  });
  afterAll(() => server?.stop());
  beforeEach(({ skip }) => {
    if (reason) skip(reason);
  });
  return {
    get url() {
      return server?.url ?? '';
    },
  };
}
