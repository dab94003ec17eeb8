/** JSON that stands in the module's text. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What an expression stands for, as far as the text of the module tells. */
export type Shape =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** A place in the component's own config; `*` stands for any key or index. */
  | { readonly kind: 'config'; readonly pointer: string }
  /** The key while a map is gone through. */
  | { readonly kind: 'key'; readonly of: Shape }
  | { readonly kind: 'variable' }
  | { readonly kind: 'text'; readonly parts: readonly Value[] }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  /** `open`: it may hold more than these. */
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Value>; readonly open: boolean }
  /** Many of a kind, none known by name. */
  | { readonly kind: 'collection'; readonly key: Value; readonly element: Value }
  | { readonly kind: 'json'; readonly of: Value }
  /** A block `data "aws_ssm_parameter"`, its text, and what is read of it when it is a component's runtime. */
  | { readonly kind: 'parameter'; readonly label: string }
  | { readonly kind: 'parameter-text'; readonly label: string }
  | { readonly kind: 'outputs'; readonly label: string; readonly key: string | undefined }
  /** Any other block, with its address, or something that it computes, without. */
  | { readonly kind: 'block'; readonly address: string | undefined };

export interface Value {
  readonly shape: Shape;
  /** Pointers of the config keys that it is made from; the empty one is the whole config. */
  readonly from: ReadonlySet<string>;
  /** It may be absent without the module failing. */
  readonly optional: boolean;
  readonly line: number;
}

export const NOTHING: ReadonlySet<string> = new Set();

export function value(
  line: number,
  shape: Shape,
  from: ReadonlySet<string> = NOTHING,
  optional = false,
): Value {
  return { shape, from, optional, line };
}

export function unknown(line: number, made: readonly Value[] = []): Value {
  return value(line, { kind: 'unknown' }, fromAll(made));
}

export function fromAll(values: readonly Value[]): ReadonlySet<string> {
  return values.length === 1 && values[0] ? values[0].from : new Set(values.flatMap(({ from }) => [...from]));
}

/** One of several: what they have in common, or the one that says more than a literal. */
export function oneOf(line: number, values: readonly Value[]): Value {
  const from = fromAll(values);
  const telling = values.filter(({ shape }) => !isEmpty(shape));
  const optional = telling.length < values.length || values.some((one) => one.optional);
  const [first] = telling;
  if (first === undefined) return value(line, values[0]?.shape ?? { kind: 'unknown' }, from, optional);
  if (telling.every(({ shape }) => sameShape(shape, first.shape)))
    return value(line, first.shape, from, optional);
  if (telling.every(({ shape }) => shape.kind === 'object'))
    return value(line, mergeObjects(values), from, optional);
  const config = telling.filter(({ shape }) => shape.kind !== 'literal' && shape.kind !== 'unknown');
  const [only] = config;
  return value(line, config.length === 1 && only ? only.shape : { kind: 'unknown' }, from, true);
}

/** What `merge` gives: later entries win; whatever is not an object may add any. */
export function mergeObjects(values: readonly Value[]): Shape {
  const entries = new Map<string, Value>();
  let open = false;
  for (const { shape } of values) {
    if (isEmpty(shape)) continue;
    if (shape.kind !== 'object') open = true;
    else {
      for (const [key, entry] of shape.entries) entries.set(key, entry);
      open ||= shape.open;
    }
  }
  return { kind: 'object', entries, open };
}

function isEmpty(shape: Shape): boolean {
  return (
    (shape.kind === 'literal' && shape.value === null) ||
    (shape.kind === 'object' && shape.entries.size === 0 && !shape.open) ||
    (shape.kind === 'list' && shape.items.length === 0)
  );
}

function sameShape(a: Shape, b: Shape): boolean {
  if (a.kind === 'config' && b.kind === 'config') return a.pointer === b.pointer;
  if (a.kind === 'outputs' && b.kind === 'outputs') return a.label === b.label && a.key === b.key;
  if (a.kind === 'literal' && b.kind === 'literal') return a.value === b.value;
  return a === b;
}

/** Deeper ones are no defaults that anybody reads; shared parts would multiply with each level. */
const MAX_JSON_DEPTH = 6;

/** @returns `undefined` when it is not all literal. */
export function toJson({ shape }: Value, depth = 0): Json | undefined {
  if (shape.kind === 'literal') return shape.value;
  if (depth > MAX_JSON_DEPTH) return undefined;
  if (shape.kind === 'list') {
    const items = shape.items.map((item) => toJson(item, depth + 1));
    return items.some((item) => item === undefined) ? undefined : items.filter((item) => item !== undefined);
  }
  if (shape.kind !== 'object' || shape.open) return undefined;
  const entries = [...shape.entries].map(([key, entry]) => [key, toJson(entry, depth + 1)] as const);
  if (entries.some(([, json]) => json === undefined)) return undefined;
  return Object.fromEntries(entries.flatMap(([key, json]) => (json === undefined ? [] : [[key, json]])));
}

/** Key and element while `for`, `for_each` or a splat goes through a value. */
export function iterate(of: Value): { readonly key: Value; readonly element: Value } {
  const { shape, from, line, optional } = of;
  const key = value(line, { kind: 'key', of: shape }, from);
  switch (shape.kind) {
    case 'config':
      return { key, element: value(line, { kind: 'config', pointer: `${shape.pointer}/*` }, from) };
    case 'collection':
      return { key: shape.key, element: shape.element };
    case 'object':
      return { key, element: oneOf(line, [...shape.entries.values()]) };
    case 'list': {
      const element = oneOf(line, shape.items);
      return { key: element, element };
    }
    case 'parameter':
    case 'parameter-text':
    case 'block':
      return { key, element: value(line, shape, from, optional) };
    default:
      return { key: value(line, { kind: 'unknown' }, from), element: value(line, { kind: 'unknown' }, from) };
  }
}
