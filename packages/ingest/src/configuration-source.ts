import {
  type Conventions,
  contentHash,
  type EnvironmentSettings,
  type Observation,
  type SubjectChange,
  subjects,
} from '@karma/core';
import type { Batch, Source } from '@karma/sources';

/** What the configuration says of one environment. */
export interface ConfiguredEnvironment {
  readonly settings: EnvironmentSettings;
  /** Stand in for those of the config repo. */
  readonly conventions?: Conventions | undefined;
}

/**
 * The configuration as a source, named `configuration:<environment>`. What it says at first was always so; what it
 * says later takes effect then.
 */
export function createConfigurationSource(environment: ConfiguredEnvironment, clock: () => Date): Source {
  const { settings, conventions } = environment;
  const name = `configuration:${settings.name}`;
  const texts = new Map([[subjects.environment(settings.name), JSON.stringify(settings)]]);
  if (conventions) texts.set(subjects.conventions(settings.name), JSON.stringify(conventions));
  const contents = new Map([...texts.values()].map((text) => [contentHash(text), text]));
  const changes = Array.from(
    texts,
    ([subject, text]): SubjectChange => ({ subject, hash: contentHash(text) }),
  );
  const cursor = contentHash(JSON.stringify(changes));
  return {
    name,
    position: () => null,
    async *observe(since): AsyncIterable<Batch> {
      if (since === cursor) return;
      const now = clock().toISOString();
      const observation: Observation = {
        source: name,
        key: `config:${cursor}`,
        actor: null,
        at: since === undefined ? new Date(0).toISOString() : now,
        message: `Configuration of ${settings.name}`,
        observedAt: now,
        changes,
      };
      yield { observations: [observation], contents, cursor, total: 1, problems: [] };
    },
  };
}
