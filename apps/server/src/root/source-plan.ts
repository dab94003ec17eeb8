import { explainFailure, type SourceReport } from '@karma/ingest';
import { type Binding, type FoundEnvironments, openEnvironments } from '@karma/sources';
import { ConfigError } from '../config/config-error';
import type { Configuration } from '../config/load-config';
import { type AccountBindings, openAccountBindings } from './account-bindings';
import type { PastReading } from './open-placements';
import { locationOf, type OpenSource, openSources } from './open-sources';
import {
  type DefaultPlaces,
  type ResolvedEnvironment,
  readDefaultPlaces,
  resolveEnvironments,
} from './resolve-environments';

/** Under this name people are told how it went with the plan itself. */
export const ENVIRONMENTS = 'environments';

interface Plan {
  readonly environments: readonly ResolvedEnvironment[];
  readonly found: FoundEnvironments;
  readonly accounts: AccountBindings;
  readonly sources: readonly OpenSource[];
}

/**
 * Which sources there are to ask. The default branch of the config repo has a say in that, by bindings and folders of
 * environments, so it is looked at again and again.
 */
export class SourcePlan {
  readonly #configuration: Configuration;
  readonly #clock: () => Date;
  readonly #past: PastReading;
  readonly #readAccounts: ReturnType<typeof openAccountBindings>;
  readonly #bindings = new Map<string, Binding>();
  #defaults: DefaultPlaces | undefined;
  #read: ReturnType<typeof openEnvironments> | undefined;
  #plan: Plan | undefined;
  #made = '';

  /** @param past whether the past of a Parameter Store is waited for. */
  constructor(configuration: Configuration, clock: () => Date, past: PastReading = 'background') {
    this.#configuration = configuration;
    this.#clock = clock;
    this.#past = past;
    this.#readAccounts = openAccountBindings(configuration, clock);
  }

  /** Where it looks, for people. */
  get location(): string {
    return locationOf(this.#defaults?.config ?? this.#configuration.config);
  }

  /** Whether a look went well yet. */
  get isKnown(): boolean {
    return this.#plan !== undefined;
  }

  /** Every environment with where it is read. As of the last look that went well. */
  get environments(): readonly ResolvedEnvironment[] {
    return this.#plan?.environments ?? [];
  }

  /** As of the last look that went well. */
  get sources(): readonly OpenSource[] {
    return this.#plan?.sources ?? [];
  }

  /**
   * Looks whether something changed. When it cannot, or when it makes no sense, the sources stay as they were.
   * @throws ConfigError, SourceUnavailableError when there is nothing yet that could stay.
   */
  async look(signal?: AbortSignal): Promise<SourceReport> {
    const start = performance.now();
    try {
      this.#plan = await this.#next(signal);
      return this.#report(this.#plan, null, start);
    } catch (cause) {
      signal?.throwIfAborted();
      if (!this.#plan) throw cause;
      return this.#report(this.#plan, explainPlanFailure(cause), start);
    }
  }

  async #next(signal?: AbortSignal): Promise<Plan> {
    this.#defaults ??= await readDefaultPlaces(this.#configuration, signal);
    const { cacheDirectory } = this.#configuration;
    this.#read ??= openEnvironments({ ...this.#defaults.config, cacheDirectory });
    const [found, accounts] = [await this.#read(signal), await this.#readAccounts(signal)];
    if (found === this.#plan?.found && accounts === this.#plan.accounts) return this.#plan;
    // What an account says of itself is in force; what Git says of it may not be there yet.
    const bindings = [...accounts.bindings, ...this.#withLastGood(found)];
    const environments = resolveEnvironments(this.#configuration, this.#defaults, bindings, found.folders);
    const made = JSON.stringify(environments);
    // Open sources remember what they read: they are opened anew only where it matters.
    if (this.#plan && made === this.#made)
      return { found, accounts, environments, sources: this.#plan.sources };
    const sources = openSources(this.#configuration, environments, this.#clock, this.#past);
    this.#made = made;
    return { found, accounts, environments, sources };
  }

  /** A binding that cannot be read now counts as it was read last. */
  #withLastGood({ bindings, problems }: FoundEnvironments): Binding[] {
    const kept = problems.flatMap(({ file }) => this.#bindings.get(file) ?? []);
    const all = [...bindings, ...kept].sort((a, b) => (a.file < b.file ? -1 : 1));
    this.#bindings.clear();
    for (const binding of all) this.#bindings.set(binding.file, binding);
    return all;
  }

  #report({ found, accounts }: Plan, error: SourceReport['error'], start: number): SourceReport {
    return {
      name: ENVIRONMENTS,
      state: error ? 'failed' : 'ok',
      observations: 0,
      error,
      problems: [...found.problems, ...accounts.problems],
      position: found.commit.slice(0, 7),
      durationMs: performance.now() - start,
    };
  }
}

/** What to tell people when it cannot be known which sources to ask. */
export function explainPlanFailure(cause: unknown): { readonly reason: string; readonly remedy: string } {
  if (!(cause instanceof ConfigError)) return explainFailure(cause);
  return { reason: cause.message, remedy: 'Until then the sources that were known before are asked.' };
}
