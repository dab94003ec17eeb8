import { existsSync } from 'node:fs';
import path from 'node:path';
import { createExpressMiddleware } from '@trpc/server/adapters/express';
import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { appRouter } from '../api/router';
import type { Context } from '../api/trpc';
import type { HookTools } from '../hooks/answer';
import { createHooks } from '../hooks/create-hooks';
import type { HookSecrets } from '../hooks/secrets';
import type { Logger } from '../observe/create-logger';
import type { Metrics } from '../observe/metrics';
import { VERSION } from '../version';
import { explainRequestFailure } from './explain-request-failure';
import { guard } from './guard';
import type { Readiness } from './readiness';
import { isStream, type Requests } from './requests';

const YEAR_MS = 365 * 24 * 3600 * 1000;

export interface AppOptions {
  readonly context: Context;
  readonly readiness: Readiness;
  readonly requests: Requests;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly secrets: HookSecrets;
  readonly report: HookTools['report'];
  /** The built web app; `null` serves the API alone. */
  readonly webDirectory: string | null;
}

export function createApp(options: AppOptions): Express {
  const { context, metrics, log, webDirectory } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(options.requests.handle);
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          // Positions and sizes on the canvas are inline styles.
          styleSrc: ["'self'", "'unsafe-inline'"],
          fontSrc: ["'self'"],
          frameAncestors: ["'none'"],
          imgSrc: ["'self'", 'data:'],
          workerSrc: ["'self'", 'blob:'],
          upgradeInsecureRequests: null,
        },
      },
      xFrameOptions: { action: 'deny' },
      strictTransportSecurity: false,
    }),
  );
  serveProbes(app, options.readiness);
  // Who may call these knows a secret, and comes from elsewhere.
  app.use(
    '/hooks',
    createHooks({ secrets: options.secrets, sync: context.sync, report: options.report, metrics }),
  );
  app.use(guard);
  app.use(
    compression({
      filter: (request, response) => !isStream(response) && compression.filter(request, response),
    }),
  );
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.text());
  });
  app.use(
    '/trpc',
    createExpressMiddleware({
      router: appRouter,
      createContext: () => context,
      onError: ({ error, path }) => {
        if (error.code !== 'INTERNAL_SERVER_ERROR') return;
        metrics.error('request');
        log.error({ err: error.cause ?? error, procedure: path }, 'a request failed');
      },
    }),
  );
  if (webDirectory !== null && existsSync(path.join(webDirectory, 'index.html'))) serveWeb(app, webDirectory);
  app.use(explainRequestFailure(log, metrics));
  return app;
}

/** For whoever starts and watches the process: is it alive, should it be sent requests. They tell nothing else. */
function serveProbes(app: Express, readiness: Readiness): void {
  app.get('/healthz', (_request, response) => {
    response.json({ ok: true, version: VERSION });
  });
  app.get('/readyz', async (_request, response) => {
    const reason = await readiness.reason();
    response.status(reason === null ? 200 : 503).json({ ok: reason === null, reason });
  });
}

function serveWeb(app: Express, directory: string): void {
  const assets = path.join(directory, 'assets');
  app.use('/assets', express.static(assets, { immutable: true, maxAge: YEAR_MS, fallthrough: false }));
  app.use(
    express.static(directory, {
      index: false,
      setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache'),
    }),
  );
  // Every other address is a view of the app.
  app.get('/{*view}', (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile('index.html', { root: directory });
  });
}
