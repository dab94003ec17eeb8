import type { Request, RequestHandler } from 'express';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses what a foreign web page could send: a Host that is not loopback (DNS rebinding), an Origin that is not ours
 * (cross-site requests). A link to Karma may stand anywhere, such as in a pull request: to follow one is no request of the
 * page that it stands in, which does not see the answer.
 */
export const guard: RequestHandler = (request, response, next) => {
  const { host = '', origin } = request.headers;
  const isCrossSite = request.headers['sec-fetch-site'] === 'cross-site' && !isFollowedLink(request);
  if (!isLoopback(host)) {
    response.status(403).type('text').send('Karma answers on loopback only: use http://localhost.\n');
  } else if (isForeign(origin, host) || isCrossSite) {
    response.status(403).type('text').send('Karma does not answer pages of other origins.\n');
  } else next();
};

function isLoopback(host: string): boolean {
  return LOOPBACK.has(host.replace(/:\d+$/, '').toLowerCase());
}

function isForeign(origin: string | undefined, host: string): boolean {
  return origin !== undefined && origin !== `http://${host}`;
}

/** Whether somebody goes to an address in the window itself. */
function isFollowedLink({ method, headers }: Request): boolean {
  return (
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  );
}
