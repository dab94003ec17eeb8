import { type Logger, pino } from 'pino';
import { ConfigError } from '../config/config-error';

export type { Logger } from 'pino';

const VARIABLE = 'KARMA_LOG_LEVEL';
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Where lines go: standard error, unless a test reads them. */
export interface LogOutput {
  write(line: string): void;
}

/**
 * A logger of JSON lines, one a line: `level`, `time` (ISO 8601), `msg` and fields. Credentials in URLs are left out,
 * wherever they stand.
 * @param level one of pino's, or `silent`.
 * @throws ConfigError when there is no such level.
 */
export function createLogger(level: string, output: LogOutput = process.stderr): Logger {
  if (!LEVELS.includes(level)) {
    const message = `"${level}" is no level of the log. Allowed: ${LEVELS.join(', ')}.`;
    throw new ConfigError(VARIABLE, [{ pointer: '', line: null, message }]);
  }
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: (line) => line.replace(/(:\/\/)[^/@\s"]+@/g, '$1') },
    },
    output,
  );
}

/** What is wanted: `KARMA_LOG_LEVEL`, else `warn` where a person reads and `info` where a machine does. */
export function logLevel(
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): string {
  return environment[VARIABLE] ?? (isTerminal ? 'warn' : 'info');
}
