import type { IngestReport, SourceReport } from '@karma/ingest';
import { createMemoryStore, type Store } from '@karma/store';
import { afterEach, expect, it, vi } from 'vitest';
import { SyncBoard } from './sync-board';
import { SyncLoop, type SyncLoopOptions } from './sync-loop';

const GIT = { name: 'git:main', kind: 'git', location: 'config (main)', everyMs: 60_000 } as const;
const PARAMETERS = {
  name: 'parameters:1/eu',
  kind: 'parameters',
  location: 'prod',
  everyMs: 60_000,
} as const;
const UNREACHABLE = { reason: 'It is away.', remedy: 'Bring it back.' };
const patiently = { timeout: 20_000, interval: 20 };

const loops: SyncLoop[] = [];
afterEach(async () => {
  await Promise.all(loops.splice(0).map((loop) => loop.stop()));
});

/** Sources that answer at once, or fail, and remember who asked them. */
class FakeSources {
  readonly asked: { readonly by: string; readonly source: string }[] = [];
  readonly failing = new Set<string>();
  /** Holds a sync back until it is released. */
  gate: Promise<void> = Promise.resolve();

  syncAs(by: string): SyncLoopOptions['sync'] {
    return async ({ isDue = () => true } = {}) => {
      const due = [GIT, PARAMETERS].filter(({ name }) => isDue(name));
      for (const { name } of due) this.asked.push({ by, source: name });
      await this.gate;
      const sources = due.map(({ name }): SourceReport => {
        const error = this.failing.has(name) ? UNREACHABLE : null;
        const state = error ? 'failed' : 'ok';
        return { name, state, observations: 0, error, problems: [], position: '3f2a1bc', durationMs: 1 };
      });
      const head = { generation: 1, revision: 0, key: '', observations: 0 };
      return { head, observations: 0, revisions: 0, rebuilt: false, sources } satisfies IngestReport;
    };
  }

  of(source: { readonly name: string }): number {
    return this.asked.filter((asked) => asked.source === source.name).length;
  }
}

interface Process {
  readonly loop: SyncLoop;
  /** As a process that is killed: it says nothing any more, and is known to be gone. */
  die(): void;
}

const gone = new Set<string>();

function startProcess(store: Store, sources: FakeSources, holder: string, now = () => Date.now()): Process {
  let records = store.records;
  const board = new SyncBoard({
    records: {
      get: (...query) => records.get(...query),
      list: (...query) => records.list(...query),
      put: (...document) => records.put(...document),
      delete: (...query) => records.delete(...query),
    },
    holder,
    isGone: (name) => gone.has(name),
    now,
  });
  const loop = new SyncLoop({
    sources: () => [GIT, PARAMETERS],
    sync: sources.syncAs(holder),
    board,
    clock: () => new Date(now()),
    onStatus: () => {},
  });
  loops.push(loop);
  loop.start();
  return {
    loop,
    die: () => {
      records = createMemoryStore().records;
      gone.add(holder);
    },
  };
}

it('folds a burst of events into one sync', async () => {
  const sources = new FakeSources();
  const { loop } = startProcess(createMemoryStore(), sources, 'a');
  await vi.waitFor(() => expect(sources.of(GIT)).toBe(1), patiently);
  for (let count = 0; count < 100; count += 1) loop.nudge(({ kind }) => kind === 'git');
  await vi.waitFor(() => expect(sources.of(GIT)).toBe(2), patiently);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(sources.of(GIT)).toBe(2);
  expect(sources.of(PARAMETERS)).toBe(1);
});

it('asks once more, and only once, after a burst that comes while it asks', async () => {
  const sources = new FakeSources();
  let open = () => {};
  sources.gate = new Promise((resolve) => {
    open = resolve;
  });
  const { loop } = startProcess(createMemoryStore(), sources, 'a');
  await vi.waitFor(() => expect(sources.of(GIT)).toBe(1), patiently);
  const reports = Array.from({ length: 20 }, () => loop.sync());
  for (let count = 0; count < 20; count += 1) loop.nudge(() => true);
  open();
  await Promise.all(reports);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(sources.of(GIT)).toBe(2);
});

it('lets one process ask, shows the same in all, and another goes on when it dies', async () => {
  const store = createMemoryStore();
  const sources = new FakeSources();
  const first = startProcess(store, sources, 'first');
  await vi.waitFor(() => expect(first.loop.statuses[0]).toMatchObject({ state: 'ok' }), patiently);
  const second = startProcess(store, sources, 'second');
  await vi.waitFor(() => expect(second.loop.statuses).toMatchObject([{ state: 'ok' }, {}]), patiently);
  expect(second.loop.isLeading).toBe(false);
  expect(sources.asked.filter(({ by }) => by === 'second')).toEqual([]);

  first.die();
  await vi.waitFor(() => expect(second.loop.isLeading).toBe(true), patiently);
  await vi.waitFor(() => expect(sources.asked.at(-1)?.by).toBe('second'), patiently);
});

it('takes the lead of a process on another machine once it was silent for long', async () => {
  const store = createMemoryStore();
  const sources = new FakeSources();
  startProcess(store, sources, 'elsewhere');
  await vi.waitFor(() => expect(sources.of(GIT)).toBe(1), patiently);
  const early = startProcess(store, sources, 'early', () => Date.now() + 15_000);
  const late = startProcess(store, sources, 'late', () => Date.now() + 60_000);
  await vi.waitFor(() => expect(late.loop.isLeading).toBe(true), patiently);
  expect(early.loop.isLeading).toBe(false);
});

it('asks in the process that is told of something new', async () => {
  const store = createMemoryStore();
  const sources = new FakeSources();
  const first = startProcess(store, sources, 'first');
  await vi.waitFor(() => expect(first.loop.isLeading).toBe(true), patiently);
  const second = startProcess(store, sources, 'second');
  second.loop.nudge(() => true);
  await vi.waitFor(() => expect(sources.asked.at(-1)?.by).toBe('second'), patiently);
  await vi.waitFor(() => expect(first.loop.isLeading).toBe(false), patiently);
  expect(second.loop.isLeading).toBe(true);
});

it('knows after a restart since when a source is in trouble', async () => {
  const store = createMemoryStore();
  const sources = new FakeSources();
  sources.failing.add(GIT.name);
  const first = startProcess(store, sources, 'first');
  await vi.waitFor(() => expect(first.loop.statuses[0]).toMatchObject({ state: 'failed' }), patiently);
  const since = first.loop.statuses[0]?.staleSince;
  expect(since).toEqual(expect.any(String));
  await first.loop.stop();

  const second = startProcess(store, sources, 'second', () => Date.now() + 3_600_000);
  await vi.waitFor(() => expect(sources.asked.at(-1)?.by).toBe('second'), patiently);
  await vi.waitFor(
    () => expect(second.loop.statuses[0]).toMatchObject({ state: 'failed', staleSince: since }),
    patiently,
  );
  sources.failing.clear();
  second.loop.nudge(() => true);
  await vi.waitFor(
    () => expect(second.loop.statuses[0]).toMatchObject({ state: 'ok', staleSince: null, error: null }),
    patiently,
  );
});

it('goes on at once when the store answers again', async () => {
  const store = createMemoryStore();
  const sources = new FakeSources();
  const errors: unknown[] = [];
  let isDown = true;
  const board = new SyncBoard({
    records: {
      ...store.records,
      get: async (...query) => {
        if (isDown) throw new Error('The store is away.');
        return store.records.get(...query);
      },
    },
    holder: 'a',
    isGone: () => false,
    now: Date.now,
  });
  const loop = new SyncLoop({
    sources: () => [GIT],
    sync: sources.syncAs('a'),
    board,
    clock: () => new Date(),
    onStatus: () => {},
    onError: (error) => errors.push(error),
  });
  loops.push(loop);
  loop.start();
  await vi.waitFor(() => expect(errors.length).toBeGreaterThan(0), patiently);
  expect(sources.of(GIT)).toBe(0);
  isDown = false;
  await vi.waitFor(() => expect(sources.of(GIT)).toBe(1), patiently);
});
