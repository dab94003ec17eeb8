import { callFunction, shields } from './functions';
import type { AccessStep, Expression } from './syntax';
import { type Context, hintOf, list, noteFallback, noteUse, read, terminate } from './use';
import { fromAll, iterate, oneOf, unknown, type Value, value } from './value';

export function evaluate(expression: Expression, context: Context): Value {
  const { line } = expression;
  switch (expression.kind) {
    case 'literal':
      return value(line, expression);
    case 'variable':
      return context.bound.get(expression.name) ?? unknown(line);
    case 'access':
      return access(expression.of, expression.steps, context, line);
    case 'template':
      return template(expression.parts, context, line);
    case 'list':
      return list(
        expression.items.map((item) => evaluate(item, context)),
        line,
      );
    case 'object':
      return object(expression.entries, context, line);
    case 'call':
      return call(expression.name, expression.args, context, line);
    case 'conditional':
      return conditional(expression, context);
    case 'operation':
      return operation(expression.operator, expression.operands, context, line);
    case 'for':
      return comprehension(expression, context);
  }
}

function access(of: Expression, steps: readonly AccessStep[], context: Context, line: number): Value {
  const start = of.kind === 'variable' ? root(of.name, steps, context, line) : undefined;
  let reached = start?.value ?? evaluate(of, context);
  for (const step of steps.slice(start?.taken ?? 0)) {
    const key =
      step.kind === 'attribute' ? step.name : step.kind === 'index' ? keyOf(step.key, context) : undefined;
    reached = read(reached, key, step.kind !== 'attribute', context, line);
  }
  return noteUse(reached, context, line);
}

function keyOf(key: Expression, context: Context) {
  const { shape } = evaluate(key, context);
  return shape.kind === 'literal' ? shape.value : undefined;
}

function call(name: string, args: readonly Expression[], context: Context, line: number): Value {
  const inside = shields(name) ? { ...context, optional: true } : context;
  const values = args.map((arg) => evaluate(arg, inside));
  return callFunction(name, values, context, line);
}

function root(name: string, steps: readonly AccessStep[], { names, bound }: Context, line: number) {
  const here = bound.get(name);
  if (here !== undefined) return { value: here, taken: 0 };
  const [first = '', second = ''] = steps.map((step) => (step.kind === 'attribute' ? step.name : ''));
  if (name === 'local') return { value: names.local(first) ?? unknown(line), taken: 1 };
  if (name === 'var') return { value: names.variable(first), taken: 1 };
  if (name === 'data' && first === 'aws_ssm_parameter' && names.hasParameter(second))
    return {
      value: value(line, { kind: 'parameter', label: second }, names.flows(`data.${first}.${second}`)),
      taken: 2,
    };
  const [address, taken] =
    name === 'data' ? [`data.${first}.${second}`, 2] : [`${name}.${first}`, Math.min(1, steps.length)];
  return { value: value(line, { kind: 'block', address }, names.flows(address)), taken };
}

function template(parts: readonly Expression[], context: Context, line: number): Value {
  const values = parts.map((part) => evaluate(part, context));
  const [only] = values;
  if (values.length === 1 && only !== undefined) return only;
  return value(line, { kind: 'text', parts: values }, fromAll(values));
}

function object(
  pairs: readonly { readonly key: Expression; readonly value: Expression }[],
  context: Context,
  line: number,
): Value {
  const entries = new Map<string, Value>();
  const all: Value[] = [];
  let open = false;
  for (const pair of pairs) {
    const key = evaluate(pair.key, context);
    const entry = evaluate(pair.value, context);
    all.push(key, entry);
    if (key.shape.kind === 'literal') entries.set(String(key.shape.value), { ...entry, line: pair.key.line });
    else open = true;
  }
  return value(line, { kind: 'object', entries, open }, fromAll(all));
}

function conditional(
  { condition, yes, no, line }: Extract<Expression, { kind: 'conditional' }>,
  context: Context,
): Value {
  const test = evaluate(condition, context);
  hintOf(test, 'boolean', context);
  const branch = { ...context, optional: true };
  const values = [evaluate(yes, branch), evaluate(no, branch)];
  noteFallback(values, context);
  const chosen = oneOf(line, values);
  return { ...chosen, from: fromAll([test, ...values]), optional: true };
}

function operation(operator: string, operands: readonly Expression[], context: Context, line: number): Value {
  const values = operands.map((operand) => evaluate(operand, context));
  for (const one of values) {
    if (['!', '&&', '||'].includes(operator)) hintOf(one, 'boolean', context);
    if (['*', '/', '%', '+', '-', '<', '<=', '>', '>='].includes(operator)) hintOf(one, 'number', context);
    terminate(one, context.sink);
  }
  return unknown(line, values);
}

function comprehension(expression: Extract<Expression, { kind: 'for' }>, context: Context): Value {
  const { names, collection, condition, line } = expression;
  const through = evaluate(collection, context);
  if (through.shape.kind === 'outputs') terminate(through, context.sink);
  const { key, element } = iterate(through);
  const [first = '', second] = names;
  const bound = new Map(context.bound);
  bound.set(second ?? first, element);
  if (second !== undefined) bound.set(first, key);
  const inside = { ...context, bound };
  const made = condition === undefined ? [] : [evaluate(condition, inside)];
  const picked = { ...inside, optional: context.optional || condition !== undefined };
  const itsKey = expression.key === undefined ? unknown(line) : evaluate(expression.key, picked);
  const its = evaluate(expression.value, picked);
  const result = condition === undefined ? its : { ...its, optional: true };
  return value(
    line,
    { kind: 'collection', key: itsKey, element: result },
    fromAll([through, ...made, itsKey, its]),
  );
}
