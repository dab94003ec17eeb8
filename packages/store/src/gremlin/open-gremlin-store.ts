import { HeadListeners } from '../head-listeners';
import type { Head, Store } from '../ports';
import type { StoreOptions } from '../reference/create-memory-store';
import { type Connection, type ConnectionOptions, connect } from './connection';
import { GremlinGraphReader } from './graph-reader';
import { createHeadVertex, findPinned, headOf, readPinned } from './head-vertex';
import { Names } from './names';
import { createGremlinRecords } from './records';
import { GremlinRevisionLog } from './revision-log';
import { type IamOptions, signedHeaders } from './sign';
import { watchHead } from './watch-head';

interface OverConnection extends StoreOptions {
  /** Milliseconds between two looks at the head, for what other processes wrote. Default: 1000. */
  readonly watchMs?: number;
  /** Where the graph is read while it is not behind what is known here. Default: where it is written. */
  readonly replica?: Connection | undefined;
}

export interface GremlinStoreOptions
  extends Omit<OverConnection, 'replica'>,
    Pick<ConnectionOptions, 'onRetry' | 'onReconnect'> {
  /** `ws://127.0.0.1:8182/gremlin`, or `wss://` of a Neptune cluster. */
  readonly url: string;
  /** Several stores live in one database side by side, each under a name of its own. */
  readonly name: string;
  /** Of replicas, which take the reads of the graph off the writer: a Neptune cluster's reader endpoint. */
  readonly readerUrl?: string | undefined;
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
  readerUrl,
  name,
  iam,
  onRequest = () => {},
  ...options
}: GremlinStoreOptions): Promise<Store> {
  const opened: Connection[] = [];
  const open = async (to: string): Promise<Connection> => {
    const connection = await connect(to, { ...options, ...(iam && { headers: signedHeaders(to, iam) }) });
    opened.push(connection);
    const submit: Connection['submit'] = (traversal) => {
      onRequest();
      return connection.submit(traversal);
    };
    return { submit, close: connection.close };
  };
  try {
    const connection = await open(url);
    const replica = readerUrl === undefined ? undefined : await open(readerUrl);
    return await gremlinStore(connection, name, { ...options, replica });
  } catch (error) {
    await Promise.all(opened.map((connection) => connection.close()));
    throw error;
  }
}

/** As `openGremlinStore`, over connections; closing the store closes them. */
export async function gremlinStore(
  connection: Connection,
  name: string,
  { now = Date.now, watchMs = 1000, replica }: OverConnection = {},
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
  const reader = async () => {
    const pinned = replica && (await findPinned(replica, names));
    return replica && pinned && !isBefore(headOf(pinned), latest)
      ? new GremlinGraphReader(replica, names, pinned)
      : new GremlinGraphReader(connection, names, await readPinned(connection, names));
  };
  const unwatch = watchHead(connection, names, watchMs, tell);
  return {
    log: new GremlinRevisionLog(connection, names, now, tell),
    records: createGremlinRecords(connection, names, now),
    reader,
    onHead: (listener) => listeners.add(listener),
    close: async () => {
      // A look at the head that goes on ends with its connection.
      await Promise.all([unwatch(), connection.close(), replica?.close()]);
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
