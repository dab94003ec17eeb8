import pRetry from 'p-retry';
import { isOfReplica, isPassing, StoreClosedError } from './failures';
import type { Traversal } from './language';
import { EVALUATION_TIMEOUT } from './messages';
import { type Patience, Socket } from './socket';

/** The one way to the server. Each `submit` is one request, one answer and, on the server, one transaction. */
export interface Connection {
  /** Sends the bytecode of a traversal and gives all that comes out of it. */
  submit(traversal: Traversal): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  /** What the handshake says of us, made anew for each connection. */
  readonly headers?: () => Promise<Readonly<Record<string, string>>>;
  /** Called when something is asked again, and with why. */
  readonly onRetry?: (error: Error) => void;
  /** Called when a connection that was lost has been made again. */
  readonly onReconnect?: () => void;
  readonly patience?: Partial<Patience & Insistence>;
}

/** How long the same is asked again. */
interface Insistence {
  /** Milliseconds after which no further attempt is made. */
  readonly retry: number;
}

/** A failover of Neptune takes about half a minute. */
const PATIENCE: Patience & Insistence = {
  open: 10_000,
  silence: 20_000,
  answer: EVALUATION_TIMEOUT + 10_000,
  retry: 45_000,
};
/** Waits of 10 ms and more, each about twice as long as the one before and never the same for two that collide. */
const BACKOFF = { retries: 16, minTimeout: 10, maxTimeout: 5000, factor: 2, randomize: true };

/**
 * Connects to a Gremlin endpoint, such as `ws://127.0.0.1:8182/gremlin`, over one WebSocket. One that is lost is made
 * again by who needs it next, which looks the address up anew.
 *
 * What fails and may pass is asked again, whole; so is what was asked when the connection broke, of which nobody knows
 * whether it was carried out. Every traversal sent must allow for that: be a read, make what is there already once
 * only, or depend on what it changes.
 * @throws DatabaseUnreachableError @throws DatabaseRefusedError @throws DatabaseCredentialsError
 */
export async function connect(url: string, options: ConnectionOptions = {}): Promise<Connection> {
  const { headers = async () => ({}), onRetry = () => {}, onReconnect = () => {} } = options;
  const patience = { ...PATIENCE, ...options.patience };
  const closed = new AbortController();
  let opening: Promise<Socket> | undefined;
  const open = async () => {
    const socket = await Socket.open(url, await headers(), patience, closed.signal);
    if (closed.signal.aborted) socket.end(closed.signal.reason);
    return socket;
  };
  let socket = await open();
  const reopen = async () => {
    socket = await open();
    onReconnect();
    return socket;
  };
  const ready = async () => {
    if (socket.isOpen) return socket;
    opening ??= reopen().finally(() => {
      opening = undefined;
    });
    return opening;
  };
  const submit = (traversal: Traversal) =>
    pRetry(async () => (await ready()).ask(traversal), {
      ...BACKOFF,
      maxRetryTime: patience.retry,
      signal: closed.signal,
      shouldRetry: ({ error }) => {
        if (isOfReplica(error)) socket.end(error);
        if (!isPassing(error)) return false;
        onRetry(error);
        return true;
      },
    });
  return {
    submit,
    close: async () => {
      closed.abort(new StoreClosedError());
      socket.end(closed.signal.reason);
    },
  };
}
