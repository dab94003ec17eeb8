import type { ComponentId } from '../ids';
import { isObject, type JsonObject } from './json';
import { parseConfig } from './parse-config';
import { joinPointer, valueAt } from './pointer';

/** Names the parent in a config: `<type>/<nickname>` or `<environment>/<type>/<nickname>`. */
export const EXTENDS = '$extends';

/** One file of an inheritance chain. */
export interface ConfigLayer {
  readonly component: ComponentId;
  /** Path in the config repo. */
  readonly file: string;
  readonly text: string;
}

/** One leaf of the effective config; lists and empty objects are leaves. */
export interface EffectiveKey {
  readonly pointer: string;
  readonly value: unknown;
  /** The component whose file sets it, and that file. */
  readonly from: ComponentId;
  readonly file: string;
}

export interface EffectiveConfig {
  readonly config: JsonObject;
  /** In the order of the config. */
  readonly keys: readonly EffectiveKey[];
}

/** JSON Merge Patch, RFC 7396. Neither argument is changed; unchanged parts are shared. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}

function readLayer(text: string): JsonObject {
  const parsed = parseConfig(text);
  return parsed.ok ? parsed.config : {};
}

/** As `effectiveConfig`, from the texts of the layers, without telling where each key comes from. */
export function effectiveValues(texts: readonly string[]): JsonObject {
  return mergeChain(texts.map(readLayer));
}

/** Merges a chain, nearest first. `$extends` is not part of the result. */
export function mergeChain(chain: readonly JsonObject[]): JsonObject {
  const [only] = chain;
  if (chain.length === 1 && only && !Object.hasOwn(only, EXTENDS)) return only;
  const merged = chain.reduceRight<unknown>((below, config) => {
    const { [EXTENDS]: _parent, ...own } = config;
    return mergePatch(below, own);
  }, {});
  return isObject(merged) ? merged : {};
}

/** Index of the nearest config of a chain that sets what stands at `pointer`. */
export function originOf(chain: readonly JsonObject[], pointer: string): number {
  return Math.max(
    0,
    chain.findIndex((config) => valueAt(config, pointer) !== undefined),
  );
}

/**
 * The config that a component really has: its own file over its parents' (design, section 6), with the origin of each
 * key. Layers are nearest first: the component's own, then its parents' as in `Component.parents`; a layer that is
 * not a JSON object counts as empty.
 */
export function effectiveConfig(layers: readonly ConfigLayer[]): EffectiveConfig {
  const chain = layers.map(({ text }) => readLayer(text));
  const config = mergeChain(chain);
  const keys: EffectiveKey[] = [];
  const visit = (value: unknown, pointer: string) => {
    if (isObject(value) && (pointer === '' || Object.keys(value).length > 0)) {
      for (const [key, item] of Object.entries(value)) visit(item, joinPointer(pointer, key));
      return;
    }
    const layer = layers[originOf(chain, pointer)];
    if (layer) keys.push({ pointer, value, from: layer.component, file: layer.file });
  };
  visit(config, '');
  return { config, keys };
}
