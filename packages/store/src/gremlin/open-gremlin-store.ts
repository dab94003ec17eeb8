import { HeadListeners } from '../head-listeners';
import type { Head, Store } from '../ports';
import type { StoreOptions } from '../reference/create-memory-store';
import { type Connection, type ConnectionOptions, connect } from './connection';
import { GremlinGraphReader } from './graph-reader';
import { createHeadVertex, headOf, readPinned } from './head-vertex';
import { Names } from './names';
import { createGremlinRecords } from './records';
import { GremlinRevisionLog } from './revision-log';
import { type IamOptions, signedHeaders } from './sign';
import { watchHead } from './watch-head';

interface OverConnection extends StoreOptions {
  /** Milliseconds between two looks at the head, for what other processes wrote. Default: 1000. */
  readonly watchMs?: number;
}

export interface GremlinStoreOptions
  extends OverConnection,
    Pick<ConnectionOptions, 'onRetry' | 'onReconnect'> {
  /** `ws://127.0.0.1:8182/gremlin`, or `wss://` of a Neptune cluster. */
  readonly url: string;
  /** Several stores live in one database side by side, each under a name of its own. */
  readonly name: string;
  /** For a Neptune cluster with IAM authentication: as whom to connect. */
  readonly iam?: IamOptions | undefined;
  /** Called with each request that is sent. */
  readonly onRequest?: () => void;
}

/**
 * Opens a store in a database that speaks Gremlin, made there if there is none of this name.
 * @throws DatabaseUnreachableError @throws DatabaseRefusedError @throws DatabaseCredentialsError
 */
export async function openGremlinStore({
  url,
  name,
  iam,
  onRequest = () => {},
  ...options
}: GremlinStoreOptions): Promise<Store> {
  const { submit, close } = await connect(url, {
    ...options,
    ...(iam && { headers: signedHeaders(url, iam) }),
  });
  const counted: Connection = {
    submit: (traversal) => {
      onRequest();
      return submit(traversal);
    },
    close,
  };
  try {
    return await gremlinStore(counted, name, options);
  } catch (error) {
    await close();
    throw error;
  }
}

/** As `openGremlinStore`, over a connection; closing the store closes it. */
export async function gremlinStore(
  connection: Connection,
  name: string,
  { now = Date.now, watchMs = 1000 }: OverConnection = {},
): Promise<Store> {
  const names = new Names(name);
  await createHeadVertex(connection, names);
  let latest = headOf(await readPinned(connection, names));
  const listeners = new HeadListeners(latest);
  // A look at the head may have begun before a write of ours and end after it.
  const tell = (head: Head) => {
    if (isBefore(head, latest)) return;
    latest = head;
    listeners.notify(head);
  };
  const unwatch = watchHead(connection, names, watchMs, tell);
  return {
    log: new GremlinRevisionLog(connection, names, now, tell),
    records: createGremlinRecords(connection, names, now),
    reader: async () => new GremlinGraphReader(connection, names, await readPinned(connection, names)),
    onHead: (listener) => listeners.add(listener),
    close: async () => {
      // A look at the head that goes on ends with its connection.
      await Promise.all([unwatch(), connection.close()]);
    },
  };
}

/** Both grow with every write that moves the head. */
function isBefore(a: Head, b: Head): boolean {
  return a.generation < b.generation || (a.generation === b.generation && positionOf(a) < positionOf(b));
}

function positionOf({ observations, revision }: Head): number {
  return observations + revision;
}
