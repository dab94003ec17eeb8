import { fromAll, oneOf, type Shape, toJson, unknown, type Value, value } from './value';

/** Told what an expression uses, while it is looked at. */
export interface Sink {
  /** A key of the config is read; `optional`: without it the module does not fail. */
  use(pointer: string, optional: boolean, line: number): void;
  /** What the module takes when the key is absent or null. */
  fallback(pointer: string, value: Value): void;
  /** What the key must be, as it is used. */
  hint(pointer: string, type: 'boolean' | 'object' | 'array' | 'number' | 'string'): void;
  /** An output of another component is read; `undefined`: which one cannot be told. */
  consume(label: string, key: string | undefined): void;
}

/** What names stand for. */
export interface Names {
  local(name: string): Value | undefined;
  variable(name: string): Value;
  /** `data "aws_ssm_parameter"`: whose it is decides what its decoded text is. */
  decoded(label: string): Shape;
  hasParameter(label: string): boolean;
  /** Pointers that flow into a block, or into the one argument that is read back from it. */
  flows(address: string, argument?: string): ReadonlySet<string>;
}

export interface Context {
  readonly names: Names;
  /** Names bound by `for`, `for_each` and `dynamic`. */
  readonly bound: ReadonlyMap<string, Value>;
  /** Within `try`, a branch, or a block that may not exist. */
  readonly optional: boolean;
  readonly sink: Sink | undefined;
}

/** The value leaves the module's own text: whatever is in it counts as used. */
export function terminate(of: Value, sink: Sink | undefined, seen = new Set<Value>()): void {
  const { shape } = of;
  if (sink === undefined || seen.has(of)) return;
  seen.add(of);
  const inner = (values: Iterable<Value>) => {
    for (const one of values) terminate(one, sink, seen);
  };
  if (shape.kind === 'outputs' && shape.key === undefined) sink.consume(shape.label, undefined);
  else if (shape.kind === 'parameter-text') sink.consume(shape.label, undefined);
  else if (shape.kind === 'json') inner([shape.of]);
  else if (shape.kind === 'collection') inner([shape.element]);
  else if (shape.kind === 'list') inner(shape.items);
  else if (shape.kind === 'object') inner(shape.entries.values());
  else if (shape.kind === 'text') inner(shape.parts);
}

/** Tells the sink of a place in the config or an output that was reached. */
export function noteUse(reached: Value, context: Context, line: number): Value {
  const { shape } = reached;
  const optional = context.optional || reached.optional;
  if (shape.kind === 'config' && shape.pointer !== '' && !shape.pointer.endsWith('/*'))
    context.sink?.use(shape.pointer, optional, line);
  if (shape.kind === 'outputs' && shape.key !== undefined) context.sink?.consume(shape.label, shape.key);
  return { ...reached, line };
}

/** One step into a value: by a name or number that is known, or by one that is not; `isIndex` for `[...]`. */
export function read(of: Value, key: unknown, isIndex: boolean, context: Context, line: number): Value {
  const { shape, from, optional } = of;
  const { names, sink } = context;
  const named = typeof key === 'string' ? key : undefined;
  const to = (next: Shape) => value(line, next, from, optional);
  switch (shape.kind) {
    case 'config': {
      // Its elements are read, so it is itself.
      if (named === undefined) noteUse(of, context, line);
      const made = named === undefined ? '*' : named.replaceAll('~', '~0').replaceAll('/', '~1');
      const pointer = `${shape.pointer}/${made}`;
      return value(line, { kind: 'config', pointer }, new Set([pointer]), named !== undefined && optional);
    }
    case 'object': {
      const entries = [...shape.entries.values()];
      return (named === undefined ? undefined : shape.entries.get(named)) ?? unknown(line, [...entries, of]);
    }
    case 'list':
      return (typeof key === 'number' ? shape.items[key] : undefined) ?? oneOf(line, shape.items);
    case 'collection':
      return shape.element;
    case 'parameter': {
      if (isIndex) return of;
      const isText = named === 'value' || named === 'insecure_value';
      return to(isText ? { kind: 'parameter-text', label: shape.label } : { kind: 'unknown' });
    }
    case 'outputs':
      if (shape.key !== undefined) return of;
      if (named === undefined) sink?.consume(shape.label, undefined);
      return to(named === undefined ? { kind: 'unknown' } : { ...shape, key: named });
    case 'block': {
      if (shape.address === undefined || isIndex) return of;
      const flows = names.flows(shape.address, named);
      return value(line, { kind: 'block', address: undefined }, flows);
    }
    default:
      return to({ kind: 'unknown' });
  }
}

export function list(items: readonly Value[], line: number): Value {
  return value(line, { kind: 'list', items }, fromAll(items));
}

/** `value or literal`: the literal is what the module takes instead. */
export function noteFallback(values: readonly Value[], { sink }: Context): void {
  const places = values.filter(({ shape }) => shape.kind === 'config');
  const instead = values.find((one) => one.shape.kind !== 'config' && toJson(one) !== undefined);
  if (instead === undefined) return;
  for (const { shape } of places) if (shape.kind === 'config') sink?.fallback(shape.pointer, instead);
}

export function hintOf({ shape }: Value, type: Parameters<Sink['hint']>[1], { sink }: Context): void {
  if (shape.kind === 'config') sink?.hint(shape.pointer, type);
}
