import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type GremlinServer, startGremlinServer } from './gremlin-server';
import { whyMissing } from './provisions';

/** Gives the tests of a file a Gremlin Server, or skips them with the reason why there is none. */
export function gremlinServerForTests(): { readonly url: string } {
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
