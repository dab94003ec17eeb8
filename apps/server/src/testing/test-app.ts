import { createMemoryStore } from '@karma/store';
import type { HookSecrets } from '../hooks/secrets';
import { createApp } from '../http/create-app';
import { listen } from '../http/listen';
import { Readiness } from '../http/readiness';
import { Requests } from '../http/requests';
import { createLogger } from '../observe/create-logger';
import { Metrics } from '../observe/metrics';
import type { SourceInfo } from '../root/open-sources';
import { TestConfigs, testContext } from './test-context';

/** The whole app on a free port, over a store in memory and a source that a test writes to. */
export async function startTestApp(secrets: HookSecrets = {}, others: readonly SourceInfo[] = []) {
  const configs = new TestConfigs();
  const store = createMemoryStore();
  const context = await testContext(store, configs, others);
  const metrics = new Metrics();
  metrics.observe({
    statuses: () => context.sync.statuses,
    isLeading: () => context.sync.isLeading,
    head: () => store.log.head(),
  });
  const lines: string[] = [];
  const log = createLogger('debug', { write: (line) => void lines.push(line) });
  const readiness = new Readiness(store, log);
  const requests = new Requests(log, metrics);
  const report = async () => 'nowhere';
  const app = createApp({ context, readiness, requests, metrics, log, secrets, report, webDirectory: null });
  const { server, port } = await listen(app, { host: '127.0.0.1', port: 0 });
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    store,
    configs,
    context,
    readiness,
    metrics,
    server,
    requests,
    /** What was logged. */
    lines,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await context.sync.stop();
      context.events.close();
    },
  };
}
