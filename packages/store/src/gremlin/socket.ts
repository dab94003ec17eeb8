import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import WebSocket from 'ws';
import { DatabaseRefusedError, DatabaseUnreachableError, failureOf } from './failures';
import type { Traversal } from './language';
import { readFrame, writeRequest } from './messages';

/** Milliseconds. */
export interface Patience {
  /** For a connection to be made. */
  readonly open: number;
  /** Without a sign of life; then the server is asked for one, and given as long again. */
  readonly silence: number;
  /** For one answer. */
  readonly answer: number;
}

interface Waiting {
  readonly results: unknown[];
  readonly resolve: (results: readonly unknown[]) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * One WebSocket to a Gremlin server, over which any number of requests go at once. When it ends, for whatever reason,
 * all of them fail.
 *
 * The driver's own connection is not used: it waits without end for a server that accepts and says nothing, cannot be
 * ended while it opens, and lets an answer of refusal that is cut off end the process.
 */
export class Socket {
  readonly #waiting = new Map<string, Waiting>();
  readonly #heart: NodeJS.Timeout;
  #isAlive = true;

  private constructor(
    private readonly ws: WebSocket,
    private readonly url: string,
    private readonly patience: Patience,
  ) {
    ws.on('message', (message) => this.#receive(message));
    ws.on('pong', () => {
      this.#isAlive = true;
    });
    ws.on('error', (error) => this.#fail(new DatabaseUnreachableError(url, error.message)));
    ws.on('close', () => this.end(new DatabaseUnreachableError(url, 'it ended the connection')));
    this.#heart = setInterval(() => this.#listen(), patience.silence).unref();
  }

  /** @throws DatabaseUnreachableError @throws DatabaseRefusedError */
  static async open(
    url: string,
    headers: Readonly<Record<string, string>>,
    patience: Patience,
    signal: AbortSignal,
  ): Promise<Socket> {
    const ws = new WebSocket(url, {
      headers,
      signal,
      handshakeTimeout: patience.open,
      perMessageDeflate: false,
    });
    await new Promise<void>((resolve, reject) => {
      ws.once('open', resolve);
      ws.on('error', ({ message }) => reject(new DatabaseUnreachableError(url, message)));
      ws.once('unexpected-response', async (_, response) => {
        const reason = await text(response).catch(() => 'it gave no reason');
        reject(new DatabaseRefusedError(url, response.statusCode ?? 0, reason));
        ws.terminate();
      });
    });
    return new Socket(ws, url, patience);
  }

  get isOpen(): boolean {
    return this.ws.readyState === WebSocket.OPEN;
  }

  /** @throws DatabaseUnreachableError @throws DatabaseFailedError */
  ask(traversal: Traversal): Promise<readonly unknown[]> {
    const id = randomUUID();
    const request = writeRequest(id, traversal);
    return new Promise((resolve, reject) => {
      const late = new DatabaseUnreachableError(
        this.url,
        `no answer in ${this.patience.answer / 1000} seconds`,
      );
      const timer = setTimeout(() => this.end(late), this.patience.answer);
      this.#waiting.set(id, { results: [], resolve, reject, timer });
      this.ws.send(request, (error) => {
        if (error) this.end(new DatabaseUnreachableError(this.url, error.message));
      });
    });
  }

  /** Ends it at once, and with `error` all that was asked. */
  end(error: Error): void {
    clearInterval(this.#heart);
    this.ws.terminate();
    this.#fail(error);
  }

  #fail(error: Error): void {
    for (const id of [...this.#waiting.keys()]) this.#take(id)?.reject(error);
  }

  #take(id: string): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    clearTimeout(waiting?.timer);
    return waiting;
  }

  #listen(): void {
    if (!this.#isAlive) {
      this.end(new DatabaseUnreachableError(this.url, 'the connection fell silent'));
      return;
    }
    this.#isAlive = false;
    this.ws.ping();
  }

  #receive(message: WebSocket.RawData): void {
    this.#isAlive = true;
    try {
      const frame = readFrame(Buffer.isBuffer(message) ? message : Buffer.from(`${message}`));
      if (frame.requestId === undefined) throw new Error(frame.failure?.message);
      if (frame.failure)
        this.#take(frame.requestId)?.reject(failureOf(this.url, frame.failure.status, frame.failure.message));
      const waiting = this.#waiting.get(frame.requestId);
      for (const result of frame.results) waiting?.results.push(result);
      if (frame.isLast) this.#take(frame.requestId)?.resolve(waiting?.results ?? []);
    } catch (error) {
      const reason = error instanceof Error ? error.message : `${error}`;
      this.#fail(failureOf(this.url, 500, `it answered what cannot be read: ${reason}`));
    }
  }
}
