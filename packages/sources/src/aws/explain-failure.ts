import { SourceUnavailableError } from '../source';
import type { AwsAccess } from './access';

interface Words {
  readonly reason: string;
  readonly remedy: string;
}

/** Names of errors, by what they mean, as AWS and its SDK give them. */
const EXPIRED = /^(ExpiredToken(Exception)?|TokenRefreshRequired|RequestExpired)$/;
const REFUSED =
  /^(UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch|InvalidAccessKeyId|IncompleteSignature|AuthFailure)$/;
const DENIED = /^(AccessDenied(Exception)?|AccessDeniedError|Forbidden)$/;
const SLOW_DOWN =
  /^(Throttling(Exception)?|ThrottledException|TooManyRequestsException|RequestLimitExceeded|SlowDown|BandwidthLimitExceeded)$/;
const NO_CREDENTIALS = /^(CredentialsProviderError|TokenProviderError)$/;
const OFFLINE = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|TimeoutError)$/;

/**
 * Puts a failed call into words: what, and what to do. What AWS said is not repeated, since a message may quote a
 * value; of it only names of actions and principals are used.
 * @param action what was called, as IAM names it: `ssm:DescribeParameters`.
 */
export function awsFailure(
  source: string,
  access: AwsAccess,
  action: string,
  cause: unknown,
): SourceUnavailableError {
  if (cause instanceof SourceUnavailableError) return cause;
  const { reason, remedy } = explain(access, action, cause);
  return new SourceUnavailableError(source, reason, remedy);
}

function explain(
  { profile, role, region, endpoint, account }: AwsAccess,
  action: string,
  cause: unknown,
): Words {
  const { name, code, message } = namesOf(cause);
  const place = `${account} in ${region}`;
  if (NO_CREDENTIALS.test(name))
    return {
      reason: profile
        ? `There are no AWS credentials in the profile ${profile}.`
        : 'There are no AWS credentials.',
      remedy:
        'Sign in (aws sso login), set AWS_PROFILE or the variables of a role, or name a profile in aws.profile of this placement.',
    };
  if (EXPIRED.test(name))
    return { reason: 'The AWS credentials have expired.', remedy: 'Sign in again; the next sync goes on.' };
  if (REFUSED.test(name))
    return {
      reason: `AWS does not know the credentials (${name}).`,
      remedy: 'Check aws.profile of this placement, the credentials, and the clock of this machine.',
    };
  if (DENIED.test(name)) {
    const denied = /perform:? ([a-z0-9-]+:[A-Za-z]+)/.exec(message)?.[1] ?? action;
    const who = /\barn:aws[a-z-]*:(?:iam|sts)::\d{12}:[\w+=,.@/-]+/.exec(message)?.[0];
    const assuming = denied === 'sts:AssumeRole' && role !== undefined;
    return {
      reason: `${who ?? 'The principal'} may not ${denied} in ${place}.`,
      remedy: assuming
        ? `Let ${role} trust this principal, and check aws.role and aws.externalId of this placement.`
        : `Allow ${denied} in its policy: docs/operations.md has the least that Karma needs.${denied.startsWith('s3:') ? ' A bucket of another account has to be named in state.bucket.' : ''}`,
    };
  }
  if (SLOW_DOWN.test(name))
    return {
      reason: `AWS throttles ${action} in ${place}.`,
      remedy: 'Lower its rate in parameterStore.callsPerSecond of this placement; the next sync goes on.',
    };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return {
      reason: endpoint
        ? `${endpoint} is not found.`
        : `There is no AWS endpoint for the region ${region}, or this machine is offline.`,
      remedy: `Check ${endpoint ? 'aws.endpoint' : 'region'} of this placement and the network.`,
    };
  if (OFFLINE.test(code) || OFFLINE.test(name))
    return {
      reason: `${endpoint ?? `AWS in ${region}`} does not answer (${code || name}).`,
      remedy: 'Check the network, a proxy (HTTPS_PROXY), or aws.endpoint; the next sync tries again.',
    };
  if (name === 'NoSuchBucket')
    return {
      reason: `The bucket of the Terraform state is not there.`,
      remedy: 'Check state.bucket of this placement.',
    };
  return {
    reason: `${action} failed in ${place} (${name || 'unknown error'}).`,
    remedy: 'The next sync tries again. If it stays: is AWS in trouble? health.aws.amazon.com tells.',
  };
}

/** Only identifiers count as names: text may quote values. */
function namesOf(cause: unknown): { name: string; code: string; message: string } {
  const identifier = (value: unknown) =>
    typeof value === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,80}$/.test(value) ? value : '';
  if (typeof cause !== 'object' || cause === null) return { name: '', code: '', message: '' };
  return {
    name: identifier('name' in cause ? cause.name : ''),
    code: identifier('code' in cause ? cause.code : ''),
    message: 'message' in cause && typeof cause.message === 'string' ? cause.message : '',
  };
}
