import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Logger } from '../observe/create-logger';
import type { Metrics } from '../observe/metrics';

/** The first step of a path says which part of the server answered; every other address is a view of the app. */
const ROUTES = new Set(['trpc', 'assets', 'hooks', 'metrics', 'healthz', 'readyz']);

/** Names each request, measures and logs it, and knows which answers are open. */
export class Requests {
  readonly #open = new Set<Response>();

  constructor(
    private readonly log: Logger,
    private readonly metrics: Metrics,
  ) {}

  readonly handle: RequestHandler = (request, response, next) => {
    const start = performance.now();
    const { method, path } = request;
    const given = request.get('x-request-id');
    const requestId = given !== undefined && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID();
    response.setHeader('X-Request-Id', requestId);
    this.#open.add(response);
    response.once('close', () => {
      this.#open.delete(response);
      const status = response.statusCode;
      const durationMs = Math.round((performance.now() - start) * 10) / 10;
      if (!isStream(response))
        this.metrics.requested({ method, route: routeOf(path), status }, durationMs / 1000);
      const level = status >= 500 ? 'error' : isProbe(path) ? 'debug' : 'info';
      this.log[level]({ requestId, method, path, status, durationMs }, 'request');
    });
    next();
  };

  /** Ends the answers that would never end by themselves; browsers ask again, and find another process. */
  endStreams(): void {
    for (const response of this.#open) if (isStream(response)) response.destroy();
  }
}

/** Whether an answer is one of live events. */
export function isStream(response: { getHeader(name: string): unknown }): boolean {
  return String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream');
}

function routeOf(path: string): string {
  const [, first = ''] = path.split('/');
  return ROUTES.has(first) ? `/${first}` : '/';
}

function isProbe(path: string): boolean {
  return ['/healthz', '/readyz', '/metrics'].includes(path) || path.startsWith('/assets/');
}
