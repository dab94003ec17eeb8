import { contentHash, type Observation, subjects } from '@karma/core';
import type { Batch, Source } from '@karma/sources';

export interface ScriptedStep {
  readonly key: string;
  /** Seconds since 1970. */
  readonly at: number;
  /** Config by `<environment>/<type>/<nickname>`; `null` deletes. */
  readonly configs: Readonly<Record<string, object | null>>;
  readonly rewoundTo?: string;
  readonly isPast?: boolean;
}

/** A source that has seen what a test says, in batches of `batchSize`. */
export class ScriptedSource implements Source {
  readonly steps: ScriptedStep[] = [];
  /** Set: it fails with this after its batches. */
  failure: Error | undefined;
  batchSize = 2;
  /** Told with the next batch. */
  problems: Batch['problems'] = [];

  constructor(readonly name: string) {}

  add(step: ScriptedStep): this {
    this.steps.push(step);
    return this;
  }

  position(cursor: string): string {
    return `step ${cursor}`;
  }

  async *observe(cursor: string | undefined): AsyncIterable<Batch> {
    for (let start = Number(cursor ?? 0); start < this.steps.length; start += this.batchSize) {
      const steps = this.steps.slice(start, start + this.batchSize);
      const contents = new Map<string, string>();
      const observations = steps.map((step) => this.#observation(step, contents));
      const { problems } = this;
      const end = start + steps.length;
      yield { observations, contents, cursor: String(end), total: this.steps.length, problems };
    }
    if (this.failure) throw this.failure;
  }

  #observation(
    { key, at, configs, rewoundTo, isPast }: ScriptedStep,
    contents: Map<string, string>,
  ): Observation {
    const changes = Object.entries(configs).map(([component, config]) => {
      const [environment = ''] = component.split('/');
      const subject = subjects.declaration(environment, `iac/${component}/config.json`);
      if (config === null) return { subject, hash: null };
      const text = JSON.stringify(config);
      contents.set(contentHash(text), text);
      return { subject, hash: contentHash(text) };
    });
    const time = new Date(at * 1000).toISOString();
    const rewinding = rewoundTo === undefined ? {} : { rewoundTo };
    const seen = { source: this.name, observedAt: time, actor: 'Ada', message: key };
    return { ...seen, key, at: time, changes, ...rewinding, ...(isPast ? { isPast } : {}) };
  }
}
