import type { SSMClient } from '@aws-sdk/client-ssm';
import pThrottle from 'p-throttle';
import { z } from 'zod';
import { type AwsAccess, clientOptions } from '../../aws/access';
import { awsFailure } from '../../aws/explain-failure';

/** The actions of Parameter Store that are called, each with a rate of its own. */
export const ACTIONS = [
  'DescribeParameters',
  'GetParametersByPath',
  'GetParameters',
  'GetParameterHistory',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Most calls a second, by action. */
export type CallsPerSecond = { readonly [A in Action]?: number | undefined };

/**
 * Well below the default quotas of an account (40 transactions a second for reads of values, 10 for the others), since
 * Karma is not alone. Source: AWS General Reference, Systems Manager endpoints and quotas.
 */
const GENTLE: Readonly<Record<Action, number>> = {
  DescribeParameters: 5,
  GetParametersByPath: 20,
  GetParameters: 20,
  GetParameterHistory: 4,
};

const type = z.enum(['String', 'StringList', 'SecureString']);
const moment = z.date().transform((date) => date.toISOString());
/** Only a principal is somebody; emulators write other things. */
const principal = z
  .string()
  .optional()
  .transform((user) => (user?.startsWith('arn:') ? user : null));

const listedSchema = z
  .object({
    Name: z.string(),
    Type: type,
    Version: z.int().positive(),
    LastModifiedDate: moment,
    LastModifiedUser: principal,
  })
  .transform((one) => ({
    name: one.Name,
    type: one.Type,
    version: one.Version,
    date: one.LastModifiedDate,
    principal: one.LastModifiedUser,
  }));

/** What a list says of a parameter: everything but its value. */
export type Listed = z.infer<typeof listedSchema>;

const valueSchema = z
  .object({ Name: z.string(), Version: z.int().positive(), Value: z.string(), Type: type })
  .transform((one) => ({ name: one.Name, version: one.Version, type: one.Type, value: one.Value }));
export type Fetched = z.infer<typeof valueSchema>;

const pastSchema = z
  .object({
    Type: type,
    Version: z.int().positive(),
    LastModifiedDate: moment,
    LastModifiedUser: principal,
    Value: z.string(),
  })
  .transform((one) => ({
    type: one.Type,
    version: one.Version,
    date: one.LastModifiedDate,
    principal: one.LastModifiedUser,
    value: one.Value,
  }));
export type PastVersion = z.infer<typeof pastSchema>;

export interface ApiOptions {
  /** Name of the source, for messages. */
  readonly source: string;
  readonly access: AwsAccess;
  readonly callsPerSecond?: CallsPerSecond | undefined;
  /** Told of every attempt, retries too. */
  readonly onCall?: ((action: Action) => void) | undefined;
}

/** The calls that are made to Parameter Store, page by page, as their answers are checked. All throw SourceUnavailableError. */
export interface Api {
  /** 50 a call. */
  list(paths: readonly string[], signal?: AbortSignal): Promise<Map<string, Listed>>;
  /** 10 a call; nothing is decrypted. */
  readPath(path: string, signal?: AbortSignal): AsyncGenerator<Fetched>;
  /** 10 a call. @param names may end in `:<version>`. @returns those that are there. */
  fetch(names: readonly string[], decrypt: boolean, signal?: AbortSignal): Promise<Fetched[]>;
  /** 50 a call; oldest first; empty when the parameter is gone. */
  history(name: string, decrypt: boolean, signal?: AbortSignal): Promise<PastVersion[]>;
}

const LIST_PAGE = 50;
const VALUE_PAGE = 10;

/** Opens nothing yet: the SDK is loaded with the first call. */
export function openApi({ source, access, callsPerSecond = {}, onCall = () => {} }: ApiOptions): Api {
  const clients = new Map<Action, Promise<SSMClient>>();
  /** A client for each action: AWS throttles each by itself, and so does the SDK's adaptive retry. */
  const clientOf = (action: Action) => {
    const known = clients.get(action);
    if (known) return known;
    const rate = callsPerSecond[action] ?? GENTLE[action];
    const turn = pThrottle({ limit: 1, interval: 1000 / rate })(() => onCall(action));
    const opened = openClient(access, turn);
    clients.set(action, opened);
    return opened;
  };
  const call = async <T>(action: Action, signal: AbortSignal | undefined, work: Work<T>): Promise<T> => {
    signal?.throwIfAborted();
    try {
      const [sdk, client] = await Promise.all([import('@aws-sdk/client-ssm'), clientOf(action)]);
      return await work(sdk, client, signal ? { abortSignal: signal } : {});
    } catch (cause) {
      signal?.throwIfAborted();
      throw awsFailure(source, access, `ssm:${action}`, cause);
    }
  };
  return {
    async list(paths, signal) {
      const listed = new Map<string, Listed>();
      let token: string | undefined;
      do {
        const page = await call('DescribeParameters', signal, (sdk, client, options) =>
          client.send(
            new sdk.DescribeParametersCommand({
              ParameterFilters: [{ Key: 'Path', Option: 'Recursive', Values: [...paths] }],
              MaxResults: LIST_PAGE,
              NextToken: token,
            }),
            options,
          ),
        );
        for (const one of z.array(listedSchema).parse(page.Parameters ?? [])) listed.set(one.name, one);
        token = page.NextToken;
      } while (token);
      return listed;
    },
    async *readPath(path, signal) {
      let token: string | undefined;
      do {
        const page = await call('GetParametersByPath', signal, (sdk, client, options) =>
          client.send(
            new sdk.GetParametersByPathCommand({
              Path: path,
              Recursive: true,
              WithDecryption: false,
              MaxResults: VALUE_PAGE,
              NextToken: token,
            }),
            options,
          ),
        );
        yield* z.array(valueSchema).parse(page.Parameters ?? []);
        token = page.NextToken;
      } while (token);
    },
    async fetch(names, decrypt, signal) {
      const fetched: Fetched[] = [];
      for (let start = 0; start < names.length; start += VALUE_PAGE) {
        const some = names.slice(start, start + VALUE_PAGE);
        const { Parameters } = await call('GetParameters', signal, (sdk, client, options) =>
          client.send(new sdk.GetParametersCommand({ Names: some, WithDecryption: decrypt }), options),
        );
        fetched.push(...z.array(valueSchema).parse(Parameters ?? []));
      }
      return fetched;
    },
    async history(name, decrypt, signal) {
      const past: PastVersion[] = [];
      let token: string | undefined;
      do {
        const page = await call('GetParameterHistory', signal, (sdk, client, options) =>
          client
            .send(
              new sdk.GetParameterHistoryCommand({
                Name: name,
                WithDecryption: decrypt,
                MaxResults: LIST_PAGE,
                NextToken: token,
              }),
              options,
            )
            .catch((cause: unknown) => {
              if (cause instanceof sdk.ParameterNotFound) return { Parameters: [], NextToken: undefined };
              throw cause;
            }),
        );
        past.push(...z.array(pastSchema).parse(page.Parameters ?? []));
        token = page.NextToken;
      } while (token);
      return past.sort((a, b) => a.version - b.version);
    },
  };
}

type Work<T> = (
  sdk: typeof import('@aws-sdk/client-ssm'),
  client: SSMClient,
  options: { abortSignal?: AbortSignal },
) => Promise<T>;

async function openClient(access: AwsAccess, turn: () => Promise<void> | void): Promise<SSMClient> {
  const { SSMClient } = await import('@aws-sdk/client-ssm');
  const client = new SSMClient(await clientOptions(access));
  client.middlewareStack.add(
    (next) => async (args) => {
      await turn();
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'karmaPace' },
  );
  return client;
}
