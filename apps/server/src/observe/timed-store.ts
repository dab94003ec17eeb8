import type { Store } from '@karma/store';

/** Told how long an operation of the store took: `log.append`, `reader.impact`. */
type Told = (operation: string, seconds: number) => void;

/** The same store, telling how long each operation took that answers once. */
export function timedStore(store: Store, told: Told): Store {
  return {
    log: timed(store.log, 'log', told),
    records: timed(store.records, 'records', told),
    reader: async () => timed(await store.reader(), 'reader', told),
    onHead: (listener) => store.onHead(listener),
    close: () => store.close(),
  };
}

function timed<T extends object>(target: T, room: string, told: Told): T {
  return new Proxy(target, {
    get(_target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      return (...values: unknown[]) => {
        const start = performance.now();
        const result: unknown = Reflect.apply(member, target, values);
        if (result instanceof Promise) {
          const end = () => told(`${room}.${String(key)}`, (performance.now() - start) / 1000);
          result.then(end, end);
        }
        return result;
      };
    },
  });
}
