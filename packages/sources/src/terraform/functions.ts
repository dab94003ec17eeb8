import { type Context, hintOf, list, noteFallback, noteUse, read, terminate } from './use';
import { fromAll, iterate, mergeObjects, oneOf, unknown, type Value, value } from './value';

type Function = (args: readonly Value[], context: Context, line: number) => Value;

/** Functions that give what they are given, as far as we can see. */
const SAME = [
  ...['nonsensitive', 'sensitive', 'tomap', 'tolist', 'tostring', 'tonumber', 'tobool'],
  ...['distinct', 'compact', 'sort', 'reverse', 'values', 'trimspace'],
];

const same: Function = ([first], _, line) => first ?? unknown(line);

/** Those whose meaning we know; of all others we know only what they are made from. */
const KNOWN: Readonly<Record<string, Function>> = {
  ...Object.fromEntries(SAME.map((name) => [name, same])),
  try(args, context, line) {
    noteFallback(args, context);
    return { ...firstTelling(args, line), optional: true };
  },
  can: (args, _, line) => unknown(line, args),
  length: (args, _, line) => unknown(line, args),
  coalesce(args, context, line) {
    noteFallback(args, context);
    return firstTelling(args, line);
  },
  lookup([map, key, instead], context, line) {
    if (map === undefined || key === undefined) return unknown(line);
    const optional = instead !== undefined;
    const name = key.shape.kind === 'literal' ? key.shape.value : undefined;
    const inside = { ...context, optional: context.optional || optional };
    const found = noteUse(read(map, name, true, inside, line), inside, line);
    if (instead === undefined) return found;
    noteFallback([found, instead], context);
    return { ...firstTelling([found, instead], line), optional };
  },
  merge: (args, _, line) => value(line, mergeObjects(args), fromAll(args)),
  jsonencode: ([of], _, line) => (of ? value(line, { kind: 'json', of }, of.from) : unknown(line)),
  jsondecode([of], { names }, line) {
    if (of?.shape.kind === 'json') return of.shape.of;
    if (of?.shape.kind !== 'parameter-text') return unknown(line, of ? [of] : []);
    const decoded = names.decoded(of.shape.label);
    return value(line, decoded, decoded.kind === 'config' ? new Set(['']) : of.from, of.optional);
  },
  keys([of], _, line) {
    if (of === undefined) return unknown(line);
    const { key } = iterate(of);
    return value(line, { kind: 'collection', key, element: key }, key.from);
  },
  toset([of], context, line) {
    if (of === undefined) return unknown(line);
    hintOf(of, 'array', context);
    const { element } = iterate(of);
    return value(line, { kind: 'collection', key: element, element }, of.from);
  },
  one: ([of], _, line) => (of ? iterate(of).element : unknown(line)),
  element: ([of], context, line) => (of ? read(of, undefined, true, context, line) : unknown(line)),
  concat(args, _, line) {
    const items = args.flatMap(({ shape }) => (shape.kind === 'list' ? shape.items : []));
    return args.every(({ shape }) => shape.kind === 'list') ? list(items, line) : unknown(line, args);
  },
  join([between, items], _, line) {
    if (between?.shape.kind !== 'literal' || items?.shape.kind !== 'list')
      return unknown(line, items ? [items] : []);
    const parts = items.shape.items.flatMap((item, at) => (at === 0 ? [item] : [between, item]));
    return value(line, { kind: 'text', parts }, items.from);
  },
  format([pattern, ...filled], _, line) {
    if (pattern?.shape.kind !== 'literal') return unknown(line, filled);
    const texts = String(pattern.shape.value).split('%s');
    const parts = texts.flatMap((text, at) => [
      value(line, { kind: 'literal', value: text }),
      ...filled.slice(at, at + 1),
    ]);
    return value(line, { kind: 'text', parts }, fromAll(filled));
  },
};

/** Whether the module goes on when an argument of the function fails. */
export function shields(name: string): boolean {
  return name === 'try' || name === 'can';
}

export function callFunction(name: string, args: readonly Value[], context: Context, line: number): Value {
  const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
  if (known !== undefined) return known(args, context, line);
  for (const one of args) terminate(one, context.sink);
  return unknown(line, args);
}

/** Of alternatives in order: the first that says where it is from. */
function firstTelling(values: readonly Value[], line: number): Value {
  const first = values.find(({ shape }) => ['config', 'outputs', 'parameter-text'].includes(shape.kind));
  return first === undefined ? oneOf(line, values) : { ...first, from: fromAll(values), line };
}
