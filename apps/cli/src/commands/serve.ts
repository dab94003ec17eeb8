import { ConfigError, createLogger, logLevel, readHookSecrets, serve } from '@karma/server';
import { configurationOf } from '../configuration';
import type { WorldOptions } from '../options';
import { colours, print, printJson } from '../print';
import { WEB_DIRECTORY } from '../web-directory';

export async function serveCommand(options: WorldOptions & { readonly port?: string }): Promise<void> {
  const configuration = configurationOf(options);
  const port = options.port === undefined ? configuration.server.port : Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    const message = `"${options.port}" is no port. Allowed: 0 to 65535.`;
    throw new ConfigError('--port', [{ pointer: '', line: null, message }]);
  }
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
  const starting = serve({
    configuration: { ...configuration, server: { ...configuration.server, port } },
    webDirectory: WEB_DIRECTORY,
    secrets: readHookSecrets(process.env),
    log: createLogger(logLevel(process.env, process.stderr.isTTY)),
  });
  const running = await Promise.race([starting, stopped]);
  // Starting may wait long for a repository; nothing is lost by leaving it there.
  if (!running) process.exit();
  if (options.json) printJson({ url: running.url });
  else print(`Karma is at ${colours.bold(colours.cyan(running.url))}`, colours.dim('Ctrl-C ends it.'));
  await stopped;
  // Who asks twice does not want to wait.
  process.once('SIGINT', () => process.exit(1)).once('SIGTERM', () => process.exit(1));
  await running.close();
}
