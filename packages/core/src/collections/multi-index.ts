import { NONE } from './none';
import { type MapEdit, PersistentMap } from './persistent-map';

type Members<V extends string> = V | ReadonlySet<V>;

function members<V extends string>(value: Members<V> | undefined): Iterable<V> {
  if (value === undefined) return NONE;
  return typeof value === 'string' ? [value] : value;
}

/** An immutable map from a key to a set; sets of one, by far the most, cost no set. */
export class MultiIndex<K extends string, V extends string> {
  private constructor(readonly map: PersistentMap<K, Members<V>>) {}

  static empty<K extends string, V extends string>(): MultiIndex<K, V> {
    return new MultiIndex<K, V>(PersistentMap.empty());
  }

  /** Members of all sets; one that is in several comes several times. */
  *members(): Iterable<V> {
    for (const value of this.map.values()) yield* members(value);
  }

  get(key: K): Iterable<V> {
    return members(this.map.get(key));
  }

  edit(): IndexEdit<K, V> {
    return new IndexEdit(this.map.edit(), (map) => new MultiIndex(map));
  }
}

export class IndexEdit<K extends string, V extends string> {
  readonly #map: MapEdit<K, Members<V>>;
  readonly #create: (map: PersistentMap<K, Members<V>>) => MultiIndex<K, V>;
  /** Sets that were copied during this edit and may be changed in place. */
  readonly #own = new Map<K, Set<V>>();

  constructor(map: MapEdit<K, Members<V>>, create: (map: PersistentMap<K, Members<V>>) => MultiIndex<K, V>) {
    this.#map = map;
    this.#create = create;
  }

  get(key: K): Iterable<V> {
    return members(this.#map.get(key));
  }

  has(key: K): boolean {
    return this.#map.get(key) !== undefined;
  }

  add(key: K, value: V): void {
    const before = this.#map.get(key);
    if (before === undefined) this.#map.set(key, value);
    else if (before !== value) this.#writable(key, before).add(value);
  }

  remove(key: K, value: V): void {
    const before = this.#map.get(key);
    if (before === undefined) return;
    if (typeof before === 'string') {
      if (before === value) this.#map.delete(key);
      return;
    }
    const set = this.#writable(key, before);
    set.delete(value);
    if (set.size === 0) {
      this.#own.delete(key);
      this.#map.delete(key);
    }
  }

  /** Replaces what stands for `value`: the keys in `before` by those in `after`. Returns the keys that differ. */
  move(value: V, before: readonly K[], after: readonly K[]): Set<K> {
    const changed = new Set<K>();
    if (before.length === 0 && after.length === 0) return changed;
    const gone = new Set(before);
    for (const key of new Set(after)) {
      if (gone.delete(key)) continue;
      this.add(key, value);
      changed.add(key);
    }
    for (const key of gone) {
      this.remove(key, value);
      changed.add(key);
    }
    return changed;
  }

  done(): MultiIndex<K, V> {
    return this.#create(this.#map.done());
  }

  #writable(key: K, before: Members<V>): Set<V> {
    const own = this.#own.get(key);
    if (own) return own;
    const copy = new Set(members(before));
    this.#own.set(key, copy);
    this.#map.set(key, copy);
    return copy;
  }
}
