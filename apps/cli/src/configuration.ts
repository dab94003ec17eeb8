import { type Configuration, configFromFlags, loadConfig } from '@karma/server';
import type { WorldOptions } from './options';

/** @throws ConfigError */
export function configurationOf({ repo, iac, store, config }: WorldOptions): Configuration {
  return repo === undefined ? loadConfig(config) : configFromFlags({ repo, iac, store });
}
