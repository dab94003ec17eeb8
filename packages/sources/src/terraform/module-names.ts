import { evaluate } from './evaluate';
import { type ParameterName, readParameterName } from './parameter-name';
import type { Attribute, Block, Body, Expression } from './syntax';
import type { Context, Names } from './use';
import { fromAll, iterate, NOTHING, type Value, value } from './value';

const PARAMETER = 'data.aws_ssm_parameter.';

/** All top-level blocks and locals of a module, whatever the file. */
export interface ModuleBody {
  readonly locals: ReadonlyMap<string, Attribute>;
  /** By address: `aws_s3_bucket.this`, `data.aws_ssm_parameter.vpc`, `module.network`, `var.nickname`. */
  readonly blocks: ReadonlyMap<string, Block>;
}

export interface ModuleNames extends Names {
  /** What a parameter block is called, where it can be read. */
  parameterName(block: Block): ParameterName | undefined;
  /** Whether a parameter block holds the component's own config. */
  isOwnConfig(label: string): boolean;
}

/** Resolves the names of a module, each once and only when asked for. */
export function moduleNames(type: string, body: ModuleBody): ModuleNames {
  const locals = new Map<string, Value | undefined>();
  const flows = new Map<string, ReadonlySet<string>>();
  const context: Context = {
    bound: new Map(),
    optional: false,
    sink: undefined,
    get names() {
      return names;
    },
  };
  const once = (place: string, find: () => ReadonlySet<string>): ReadonlySet<string> => {
    const known = flows.get(place);
    if (known !== undefined) return known;
    // What is asked for while it is being found goes around in a circle.
    flows.set(place, NOTHING);
    const found = find();
    flows.set(place, found);
    return found;
  };
  const isOwnConfig = (label: string): boolean => {
    const block = body.blocks.get(PARAMETER + label);
    const name = block && names.parameterName(block);
    if (name === undefined) return label === 'config';
    return name.what === 'config' && !name.external && isOwn(name, type);
  };
  const names: ModuleNames = {
    local(name) {
      const attribute = body.locals.get(name);
      if (attribute === undefined || locals.has(name)) return locals.get(name);
      locals.set(name, undefined);
      const found = evaluate(attribute.value, context);
      locals.set(name, found);
      return found;
    },
    variable(name) {
      const block = body.blocks.get(`var.${name}`);
      const instead = block?.attributes.find((attribute) => attribute.name === 'default');
      // Whatever its default, a nickname is the component's own.
      if (instead === undefined || name === 'nickname') return value(block?.line ?? 1, { kind: 'variable' });
      return { ...evaluate(instead.value, context), optional: true };
    },
    hasParameter: (label) => body.blocks.has(PARAMETER + label),
    decoded(label) {
      if (isOwnConfig(label)) return { kind: 'config', pointer: '' };
      const block = body.blocks.get(PARAMETER + label);
      const name = block && names.parameterName(block);
      const isWhole = name?.what === 'runtime' && name.key === undefined;
      return isWhole ? { kind: 'outputs', label, key: undefined } : { kind: 'unknown' };
    },
    flows(address, argument) {
      const block = body.blocks.get(address);
      const given = argument && block?.attributes.find(({ name }) => name === argument);
      if (block === undefined) return NOTHING;
      return once(given ? `${address} ${argument}` : address, () => {
        const inside = blockContext(block, context);
        return given ? evaluate(given.value, inside).from : bodyFlows(block, inside);
      });
    },
    parameterName(block) {
      const name = block.attributes.find((attribute) => attribute.name === 'name');
      return name && readParameterName(evaluate(name.value, blockContext(block, context)));
    },
    isOwnConfig,
  };
  return names;
}

/** Whether a parameter is the component's own, by its type and a nickname that comes from outside. */
export function isOwn(name: ParameterName, type: string): boolean {
  const ofType = typeof name.type === 'string' ? name.type === type : name.type.shape.kind === 'variable';
  return ofType && typeof name.nickname !== 'string' && name.nickname.shape.kind === 'variable';
}

/** Adds what `for_each` binds within a block. */
export function blockContext(block: Body, context: Context): Context {
  const through = block.attributes.find(({ name }) => name === 'for_each');
  if (through === undefined) return context;
  return bindEach(context, 'each', evaluate(through.value, { ...context, sink: undefined }));
}

/** Binds `<name>.key` and `<name>.value` to what a collection holds. */
export function bindEach(context: Context, name: string, collection: Value): Context {
  const { key, element } = iterate(collection);
  const entries = new Map([
    ['key', key],
    ['value', element],
  ]);
  const each = value(collection.line, { kind: 'object', entries, open: false }, collection.from);
  return { ...context, bound: new Map(context.bound).set(name, each) };
}

/** The name that a `dynamic` block gives to what it goes through. */
export function iteratorOf(dynamic: Block): string {
  const given: Expression | undefined = dynamic.attributes.find(({ name }) => name === 'iterator')?.value;
  return given?.kind === 'variable' ? given.name : (dynamic.labels[0] ?? '');
}

function bodyFlows(body: Body, context: Context): ReadonlySet<string> {
  const own = body.attributes
    .filter(({ name }) => name !== 'depends_on')
    .map((attribute) => evaluate(attribute.value, context));
  const inner = body.blocks.map((block) => {
    const through = block.type === 'dynamic' && block.attributes.find(({ name }) => name === 'for_each');
    const inside = through ? bindEach(context, iteratorOf(block), evaluate(through.value, context)) : context;
    return bodyFlows(block, inside);
  });
  return new Set([...fromAll(own), ...inner.flatMap((flow) => [...flow])]);
}
