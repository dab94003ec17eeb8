import { RequestError } from 'octokit';
import { ForgeError, type ForgeProblem } from '../errors';

/**
 * Does one call and turns what GitHub says no with into words for the person who waits.
 * @param what it is about, for the message: `the branch karma/x`.
 * @throws ForgeError
 */
export async function asking<T>(what: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw explained(what, error);
  }
}

function explained(what: string, error: unknown): ForgeError {
  if (!(error instanceof RequestError) || !error.response) {
    const reason = error instanceof Error ? error.message : String(error);
    return new ForgeError(
      'unreachable',
      `GitHub cannot be reached for ${what}: ${reason}. The draft is kept; try again.`,
      null,
      { cause: error },
    );
  }
  const { problem, message, retryAt = null } = explainStatus(what, error);
  return new ForgeError(problem, message, retryAt, { cause: error });
}

interface Explanation {
  readonly problem: ForgeProblem;
  readonly message: string;
  readonly retryAt?: string | null;
}

/** How branch protection and rulesets say no. */
const PROTECTED = /protected|rule violations/i;

function explainStatus(what: string, error: RequestError): Explanation {
  const said = error.message.split(' - https://')[0] ?? '';
  const headers = error.response?.headers ?? {};
  const isLimited = headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined;
  switch (error.status) {
    case 401:
      return {
        problem: 'unauthorised',
        message:
          'GitHub does not know Karma’s token any more. Give it a new one in the configuration; the draft is kept.',
      };
    case 403:
    case 429: {
      if (isLimited || /rate limit/i.test(said)) {
        const retryAt = retryTime(headers);
        const when = retryAt === null ? 'later' : `after ${retryAt}`;
        return {
          problem: 'rate-limit',
          message: `GitHub takes no more requests for now. Send it again ${when}.`,
          retryAt,
        };
      }
      if (PROTECTED.test(said)) return protectedBranch(what, said);
      return {
        problem: 'forbidden',
        message: `Karma may not touch ${what}: it needs write access to contents and pull requests. GitHub says: ${said}`,
      };
    }
    case 404:
      return {
        problem: 'not-found',
        message: `GitHub has nothing for ${what}, or Karma may not see it. Check the repository’s name and the token’s access.`,
      };
    case 409:
      return {
        problem: 'conflict',
        message: `GitHub is in the middle of another change of ${what}: ${said}. Send it again.`,
      };
    case 422:
      return PROTECTED.test(said)
        ? protectedBranch(what, said)
        : { problem: 'invalid', message: `GitHub does not take ${what}: ${said}` };
    default:
      return {
        problem: 'unreachable',
        message: `GitHub failed (${error.status}) at ${what}. The draft is kept; try again.`,
      };
  }
}

function protectedBranch(what: string, said: string): Explanation {
  return {
    problem: 'protected',
    message: `A rule protects ${what}: let Karma write to karma/* branches. GitHub says: ${said}`,
  };
}

function retryTime(headers: Record<string, string | number | undefined>): string | null {
  const reset = Number(headers['x-ratelimit-reset']);
  const wait = Number(headers['retry-after']);
  if (Number.isFinite(reset) && headers['x-ratelimit-remaining'] === '0')
    return new Date(reset * 1000).toISOString();
  return Number.isFinite(wait) ? new Date(Date.now() + wait * 1000).toISOString() : null;
}
