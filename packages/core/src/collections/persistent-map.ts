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
  readonly #own = new Map<number, Map<K, V>>();
  #size: number;
  /** All there is, where the edit started from nothing: sorted into buckets at the end. */
  readonly #fresh: Map<K, V> | null;
  readonly #create: (buckets: readonly Bucket<K, V>[], size: number) => PersistentMap<K, V>;

  constructor(
    buckets: readonly Bucket<K, V>[],
    size: number,
    create: (buckets: readonly Bucket<K, V>[], size: number) => PersistentMap<K, V>,
  ) {
    this.#buckets = [...buckets];
    this.#size = size;
    this.#fresh = size === 0 ? new Map() : null;
    this.#create = create;
  }

  get(key: K): V | undefined {
    return (this.#fresh ?? this.#buckets[bucketOf(key, this.#buckets.length)])?.get(key);
  }

  set(key: K, value: V): void {
    if (this.#fresh) {
      this.#fresh.set(key, value);
      return;
    }
    const bucket = this.#writable(key);
    const before = bucket.size;
    bucket.set(key, value);
    this.#size += bucket.size - before;
    if (this.#size > this.#buckets.length * MAX_LOAD) this.#spread(this.#buckets);
  }

  delete(key: K): void {
    if (this.#fresh) this.#fresh.delete(key);
    else if (this.get(key) !== undefined && this.#writable(key).delete(key)) this.#size--;
  }

  *keys(): Iterable<K> {
    for (const bucket of this.#fresh ? [this.#fresh] : this.#buckets) yield* bucket.keys();
  }

  /** The map as edited; ends the edit. */
  done(): PersistentMap<K, V> {
    if (this.#fresh) {
      this.#size = this.#fresh.size;
      this.#spread([this.#fresh]);
    }
    return this.#create(this.#buckets, this.#size);
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

  /** Sorts the entries into as many buckets as they need, with room to grow. */
  #spread(entries: readonly Bucket<K, V>[]): void {
    let count = FIRST_BUCKETS;
    while (this.#size * 2 > count * MAX_LOAD) count *= 2;
    const buckets = Array.from({ length: count }, () => new Map<K, V>());
    for (const bucket of entries) {
      for (const [key, value] of bucket) buckets[bucketOf(key, count)]?.set(key, value);
    }
    this.#buckets = buckets;
    this.#own.clear();
    for (const [index, bucket] of buckets.entries()) this.#own.set(index, bucket);
  }
}
