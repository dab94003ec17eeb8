import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { ConfigError } from './config-error';
import { explainIssues, lineAt } from './explain';
import { type ConfigFile, configFileSchema } from './schema';

/** Where graph and history are kept. */
export type StoreConfiguration =
  | { readonly kind: 'sqlite'; readonly file: string }
  | {
      readonly kind: 'gremlin';
      readonly url: string;
      readonly name: string;
      readonly readerUrl?: string;
      readonly iam?: NonNullable<ConfigFile['store']['iam']>;
    };

/** The configuration in force: every path absolute. */
export interface Configuration extends Omit<ConfigFile, '$schema' | 'store'> {
  readonly store: StoreConfiguration;
  /** The file that it came from, or what stood in for one; for messages. */
  readonly origin: string;
  /** Where mirrors of remote repositories are kept. */
  readonly cacheDirectory: string;
}

/** @throws ConfigError when the file cannot be read, is no JSON, or holds something that is not allowed. */
export function loadConfig(file: string): Configuration {
  const origin = path.resolve(file);
  return resolvePaths(parseConfig(origin, readText(origin)), origin);
}

/**
 * The configuration that flags stand for: everything else is discovered.
 * @throws ConfigError
 */
export function configFromFlags(flags: {
  readonly repo: string;
  readonly iac?: string | undefined;
  readonly store?: string | undefined;
}): Configuration {
  const written = {
    config: { repository: flags.repo },
    ...(flags.iac === undefined ? {} : { modules: { repository: flags.iac } }),
    ...(flags.store === undefined ? {} : { store: { file: flags.store } }),
  };
  const origin = path.resolve('--repo');
  return resolvePaths(parseConfig(origin, JSON.stringify(written)), origin);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `cannot be read (${reason}). Name another with --config, or write one: docs/configuration.md.`;
    throw new ConfigError(file, [{ pointer: '', line: null, message }]);
  }
}

/** @throws ConfigError */
export function parseConfig(file: string, text: string): ConfigFile {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors);
  const [error] = errors;
  if (error || !root) {
    const line = lineAt(text, error?.offset ?? 0);
    const what = error ? printParseErrorCode(error.error) : 'it is empty';
    throw new ConfigError(file, [{ pointer: '', line, message: `this is not JSON (${what}).` }]);
  }
  const parsed = configFileSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new ConfigError(file, explainIssues(text, root, parsed.error.issues));
  return parsed.data;
}

function resolvePaths(written: ConfigFile, origin: string): Configuration {
  const folder = path.dirname(origin);
  const absolute = (location: string) => (isRemote(location) ? location : path.resolve(folder, location));
  const repository = <T extends { repository?: string | undefined }>(place: T): T =>
    place.repository === undefined ? place : { ...place, repository: absolute(place.repository) };
  const { $schema: _schema, modules, environments, forge, drafts, ...rest } = written;
  const store = storeOf(written.store, folder);
  const home = store.kind === 'sqlite' ? path.dirname(store.file) : path.resolve(folder, '.karma');
  return {
    ...rest,
    origin,
    store,
    cacheDirectory: path.join(home, 'mirrors'),
    config: repository(written.config),
    ...(modules && { modules: repository(modules) }),
    ...(forge && { forge: withKeyFile(forge, folder) }),
    ...(drafts && { drafts: path.resolve(folder, drafts) }),
    ...(environments && {
      environments: Object.fromEntries(
        Object.entries(environments).map(([name, environment]) => [
          name,
          {
            ...environment,
            config: repository(environment.config),
            modules: repository(environment.modules),
            placements: environment.placements.map((placement) => ({
              ...placement,
              ...(placement.parameters && { parameters: path.resolve(folder, placement.parameters) }),
              ...(placement.state?.directory && {
                state: { directory: path.resolve(folder, placement.state.directory) },
              }),
            })),
          },
        ]),
      ),
    }),
  };
}

function withKeyFile(
  forge: NonNullable<ConfigFile['forge']>,
  folder: string,
): NonNullable<ConfigFile['forge']> {
  if (forge.kind !== 'github' || !forge.app) return forge;
  return { ...forge, app: { ...forge.app, privateKeyFile: path.resolve(folder, forge.app.privateKeyFile) } };
}

/** For people: the file, or the database and the name in it. */
export function storeLocation(store: StoreConfiguration): string {
  return store.kind === 'sqlite' ? store.file : `${store.url}#${store.name}`;
}

/** The store of which `storeLocation` says where it is. */
export function storeAt(location: string): StoreConfiguration {
  if (!/^wss?:/.test(location)) return { kind: 'sqlite', file: path.resolve(location) };
  const [url = '', name = 'karma'] = location.split('#');
  return { kind: 'gremlin', url, name };
}

function storeOf(
  { url, file, readerUrl, iam, name = 'karma' }: ConfigFile['store'],
  folder: string,
): StoreConfiguration {
  return url === undefined
    ? { kind: 'sqlite', file: path.resolve(folder, file ?? '.karma/karma.db') }
    : { kind: 'gremlin', url, name, ...(readerUrl && { readerUrl }), ...(iam && { iam }) };
}

/** Whether a repository is reached over a network. */
export function isRemote(location: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\/|^[^/\\:]+@[^/\\:]+:/i.test(location);
}
