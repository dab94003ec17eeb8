import { UnknownComponentError } from '@karma/core';
import { DraftFormatError } from '@karma/editor';
import { QueryError } from '@karma/query';
import { ConfigError, NotFoundError, UnknownPlacementError, UnusableReportError } from '@karma/server';
import pc from 'picocolors';

/** Says on stderr what went wrong; gives the exit code: 1 failed, 2 wrong configuration or query, 3 not found. */
export function reportError(error: unknown): number {
  const { red } = pc.createColors(process.stderr.isTTY === true && process.env.NO_COLOR === undefined);
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${red('error')} ${message}\n`);
  if (process.env.KARMA_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  const isUsage = [
    ConfigError,
    QueryError,
    DraftFormatError,
    UnknownPlacementError,
    UnusableReportError,
  ].some((kind) => error instanceof kind);
  if (isUsage) return 2;
  if (error instanceof NotFoundError || error instanceof UnknownComponentError) return 3;
  return 1;
}
