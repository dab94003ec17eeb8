/// <reference path="./graph-serializer.d.ts" />
import gremlin from 'gremlin';
import serializers from 'gremlin/lib/structure/io/graph-serializer.js';
import { z } from 'zod';
import type { Traversal } from './language';

/** Milliseconds after which the server gives up on one traversal. */
export const EVALUATION_TIMEOUT = 60_000;
/** How many results come in one frame. */
const BATCH_SIZE = 1000;

const MIME_TYPE = 'application/vnd.gremlin-v3.0+json';
const HEADER = Buffer.from(`${String.fromCharCode(MIME_TYPE.length)}${MIME_TYPE}`);
const writer = new serializers.GraphSON3Writer();
const reader = new serializers.GraphSON3Reader();

/** A request as it goes over the WebSocket: the bytecode of a traversal. @param requestId a UUID. */
export function writeRequest(requestId: string, traversal: Traversal): Buffer {
  const args = {
    gremlin: traversal.getBytecode(),
    aliases: { g: 'g' },
    batchSize: BATCH_SIZE,
    evaluationTimeout: EVALUATION_TIMEOUT,
    userAgent: 'karma',
  };
  return Buffer.concat([
    HEADER,
    writer.writeRequest({ requestId, op: 'bytecode', processor: 'traversal', args }),
  ]);
}

const frameSchema = z.object({
  /** Missing when the server could not read the request. */
  requestId: z.string().nullish(),
  status: z.object({ code: z.number(), message: z.string().nullish() }),
  result: z.object({ data: z.array(z.unknown()).nullish() }).nullish(),
});

/** One frame of an answer. */
export interface Frame {
  readonly requestId: string | undefined;
  readonly results: readonly unknown[];
  readonly isLast: boolean;
  /** What went wrong, if anything. */
  readonly failure: { readonly status: number; readonly message: string } | undefined;
}

const PARTIAL = 206;
const FIRST_FAILURE = 400;

/** @throws when it is no frame of a Gremlin server. */
export function readFrame(message: Buffer): Frame {
  const { requestId, status, result } = frameSchema.parse(reader.readResponse(message));
  const hasFailed = status.code >= FIRST_FAILURE;
  return {
    requestId: requestId ?? undefined,
    results: (result?.data ?? []).flatMap(unfolded),
    isLast: status.code !== PARTIAL,
    failure: hasFailed ? { status: status.code, message: status.message ?? '' } : undefined,
  };
}

/** The server sends equal results as one, with a count. */
function unfolded(result: unknown): readonly unknown[] {
  if (!(result instanceof gremlin.process.Traverser)) return [result];
  const { object, bulk }: { object?: unknown; bulk?: unknown } = { ...result };
  return Array.from({ length: Number(bulk) }, () => object);
}
