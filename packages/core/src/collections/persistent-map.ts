import type { GraphMap } from '../graph';

const FIRST_BUCKETS = 16;
const MAX_LOAD = 96;

function bucketOf(key: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return ((hash ^ (hash >>> 15)) >>> 0) & (buckets - 1);
}

type Bucket<K, V> = ReadonlyMap<K, V>;

/**
 * An immutable map whose versions share all but the buckets that differ: an edit of one key copies a few dozen
 * entries, whatever the map holds.
 */
export class PersistentMap<K extends string, V> implements GraphMap<K, V> {
  readonly #buckets: readonly Bucket<K, V>[];

  private constructor(
    buckets: readonly Bucket<K, V>[],
    readonly size: number,
  ) {
    this.#buckets = buckets;
  }

  static empty<K extends string, V>(): PersistentMap<K, V> {
    return new PersistentMap<K, V>(
      Array.from({ length: FIRST_BUCKETS }, () => new Map()),
      0,
    );
  }

  get(key: K): V | undefined {
    return this.#buckets[bucketOf(key, this.#buckets.length)]?.get(key);
  }

  has(key: K): boolean {
    return this.#buckets[bucketOf(key, this.#buckets.length)]?.has(key) ?? false;
  }

  *[Symbol.iterator](): Iterator<readonly [K, V]> {
    for (const bucket of this.#buckets) yield* bucket;
  }

  *keys(): Iterable<K> {
    for (const bucket of this.#buckets) yield* bucket.keys();
  }

  *values(): Iterable<V> {
    for (const bucket of this.#buckets) yield* bucket.values();
  }

  edit(): MapEdit<K, V> {
    return new MapEdit(this.#buckets, this.size, (buckets, size) => new PersistentMap(buckets, size));
  }
}

/** Changes under way; the map that they started from stays as it is. */
export class MapEdit<K extends string, V> {
  #buckets: Bucket<K, V>[];
  #own = new Map<number, Map<K, V>>();
  #size: number;
  readonly #create: (buckets: readonly Bucket<K, V>[], size: number) => PersistentMap<K, V>;

  constructor(
    buckets: readonly Bucket<K, V>[],
    size: number,
    create: (buckets: readonly Bucket<K, V>[], size: number) => PersistentMap<K, V>,
  ) {
    this.#buckets = [...buckets];
    this.#size = size;
    this.#create = create;
  }

  get(key: K): V | undefined {
    return this.#buckets[bucketOf(key, this.#buckets.length)]?.get(key);
  }

  set(key: K, value: V): void {
    const bucket = this.#writable(key);
    const before = bucket.size;
    bucket.set(key, value);
    this.#size += bucket.size - before;
    if (this.#size > this.#buckets.length * MAX_LOAD) this.#grow();
  }

  delete(key: K): void {
    if (this.get(key) === undefined) return;
    this.#writable(key).delete(key);
    this.#size--;
  }

  keys(): Iterable<K> {
    return this.done().keys();
  }

  /** The map as edited so far; further edits do not reach it. */
  done(): PersistentMap<K, V> {
    this.#own = new Map();
    return this.#create([...this.#buckets], this.#size);
  }

  #writable(key: K): Map<K, V> {
    const index = bucketOf(key, this.#buckets.length);
    const own = this.#own.get(index);
    if (own) return own;
    const copy = new Map(this.#buckets[index]);
    this.#own.set(index, copy);
    this.#buckets[index] = copy;
    return copy;
  }

  #grow(): void {
    const count = this.#buckets.length * 4;
    const buckets = Array.from({ length: count }, () => new Map<K, V>());
    for (const bucket of this.#buckets) {
      for (const [key, value] of bucket) buckets[bucketOf(key, count)]?.set(key, value);
    }
    this.#buckets = buckets;
    this.#own = new Map(buckets.entries());
  }
}
