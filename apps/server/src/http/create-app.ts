import { existsSync } from 'node:fs';
import path from 'node:path';
import { createExpressMiddleware } from '@trpc/server/adapters/express';
import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { appRouter } from '../api/router';
import type { Context } from '../api/trpc';
import { guard } from './guard';

const YEAR_MS = 365 * 24 * 3600 * 1000;

export interface AppOptions {
  readonly context: Context;
  /** The built web app; `null` serves the API alone. */
  readonly webDirectory: string | null;
}

export function createApp({ context, webDirectory }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(guard);
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
  app.use(
    compression({
      filter: (request, response) => !isStream(response) && compression.filter(request, response),
    }),
  );
  app.get('/healthz', async (_request, response) => {
    const { generation, revision } = await context.views.store.log.head();
    response.json({ ok: true, generation, revision });
  });
  app.use('/trpc', createExpressMiddleware({ router: appRouter, createContext: () => context }));
  if (webDirectory !== null && existsSync(path.join(webDirectory, 'index.html'))) serveWeb(app, webDirectory);
  return app;
}

function isStream(response: { getHeader(name: string): unknown }): boolean {
  return String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream');
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
