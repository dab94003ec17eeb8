import { contentHash, type Subject, subjects } from '@karma/core';
import { createLocalForge } from '@karma/forge';
import { createConfigurationSource, createIngest, PresentWorld } from '@karma/ingest';
import type { Source, SourceProblem } from '@karma/sources';
import type { Store } from '@karma/store';
import type { Context } from '../api/trpc';
import { GraphIndex } from '../graph-index/graph-index';
import { Proposals } from '../proposals/proposals';
import type { SourceInfo } from '../root/open-sources';
import { SavedViews } from '../saved-views/saved-views';
import { EventHub } from '../sync/event-hub';
import { SyncBoard } from '../sync/sync-board';
import { SyncLoop } from '../sync/sync-loop';
import { Views } from '../view/views';

const ENVIRONMENT = { name: 'prod', placements: [], prefix: '/iac', abstract: false };

/** A source of configs that tests write to. */
export class TestConfigs {
  readonly #steps: { readonly subject: Subject; readonly text: string | null }[] = [];
  /** Set: the source fails with this. */
  failure: Error | undefined;
  /** Told with the next step. */
  problems: readonly SourceProblem[] = [];

  write(component: string, config: object | null): void {
    const path = `iac/${component}/config.json`;
    const [environment = ''] = component.split('/');
    const text = config && JSON.stringify(config);
    this.#steps.push({ subject: subjects.declaration(environment, path), text });
  }

  get source(): Source {
    const observe = this.#observe.bind(this);
    const position = (cursor: string) => `step ${cursor}`;
    return { name: 'git:main', observe, position };
  }

  async *#observe(cursor: string | undefined) {
    if (this.failure) throw this.failure;
    for (const [index, { subject, text }] of this.#steps.entries()) {
      if (index < Number(cursor ?? 0)) continue;
      const hash = text === null ? null : contentHash(text);
      const at = new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString();
      yield {
        observations: [
          {
            source: 'git:main',
            key: `git:${index}`,
            actor: 'Ada',
            at,
            message: `Change ${index}`,
            observedAt: at,
            changes: [{ subject, hash }],
          },
        ],
        contents: new Map(hash === null || text === null ? [] : [[hash, text]]),
        cursor: String(index + 1),
        total: this.#steps.length,
        problems: this.problems,
      };
    }
  }
}

/** What the procedures work with, over a store and a source that a test writes to. */
export async function testContext(
  store: Store,
  configs = new TestConfigs(),
  others: readonly SourceInfo[] = [],
): Promise<Context> {
  const clock = () => new Date(Date.UTC(2026, 6, 1));
  const source = configs.source;
  const configuration = createConfigurationSource({ settings: ENVIRONMENT }, clock);
  const ingest = createIngest({
    store,
    holder: 'test',
    isGone: () => false,
    clock,
  });
  const index = new GraphIndex(store);
  const events = new EventHub(store, await store.log.head(), () => index.refresh());
  const sync = new SyncLoop({
    sources: () => [{ name: source.name, kind: 'git', location: 'test (main)', everyMs: 2000 }, ...others],
    sync: (options) => ingest.run([configuration, source], options),
    board: new SyncBoard({
      records: store.records,
      holder: 'test',
      isGone: () => false,
      now: () => clock().getTime(),
    }),
    clock,
    onStatus: (sources) => events.tell({ kind: 'sources', sources }),
  });
  const service = { startedAt: clock().toISOString(), store: { kind: 'memory', location: 'test' } };
  const present = new PresentWorld(store.log);
  return {
    views: new Views(store, index),
    index,
    present,
    events,
    sync,
    service,
    draftsDirectory: null,
    savedViews: new SavedViews(store.records, 'Ada'),
    proposals: new Proposals({
      records: store.records,
      present,
      environments: () => [],
      forgeOf: async (repository) => createLocalForge(repository),
      author: { name: 'Ada', email: 'ada@example.org' },
    }),
  };
}
