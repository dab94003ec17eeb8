import type { ErrorRequestHandler } from 'express';
import { z } from 'zod';
import type { Logger } from '../observe/create-logger';
import type { Metrics } from '../observe/metrics';

/** An error of Express or a body parser says which status it means. */
const statusSchema = z.object({ status: z.int().min(400).max(499), message: z.string() });

/** The last resort of a request: the client's mistake is told to the client, ours to the log. */
export function explainRequestFailure(log: Logger, metrics: Metrics): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const known = statusSchema.safeParse(error);
    if (known.success) {
      response.status(known.data.status).json({ error: known.data.message });
      return;
    }
    metrics.error('request');
    log.error({ err: error, requestId: response.getHeader('X-Request-Id') }, 'a request failed');
    response.status(500).json({ error: 'This was not foreseen. The log of the server says more.' });
  };
}
