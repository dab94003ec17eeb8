import type { Node } from 'web-tree-sitter';
import type { AccessStep, Expression } from './syntax';

/** Names of `template_*` nodes that carry markers and no meaning. */
const MARKER =
  /^(quoted_template_(start|end)|heredoc_(start|identifier)|template_.*_(start|end)|strip_marker)$/;

/** Maps a tree-sitter node of kind `expression` (or a template's inside) to ours. */
export function toExpression(node: Node): Expression {
  return term(named(node), lineOf(node));
}

/** A base and what is read of it, as siblings. */
function term(nodes: readonly Node[], line: number): Expression {
  const [first, ...rest] = nodes;
  if (first === undefined) return { kind: 'template', parts: [], line };
  const of = base(first);
  return rest.length === 0 ? of : { kind: 'access', of, steps: rest.flatMap(accessSteps), line: of.line };
}

function base(node: Node): Expression {
  const line = lineOf(node);
  const [first] = named(node);
  switch (node.type) {
    case 'variable_expr':
      return { kind: 'variable', name: node.text, line };
    case 'literal_value':
      return first === undefined ? { kind: 'literal', value: node.text, line } : literal(first, line);
    case 'function_call':
      return functionCall(node, line);
    case 'conditional': {
      const [condition, yes, no] = named(node).map(toExpression);
      if (condition === undefined || yes === undefined || no === undefined) break;
      return { kind: 'conditional', condition, yes, no, line };
    }
    case 'operation':
      return first === undefined ? everything(node) : operation(first, line);
    case 'collection_value':
      return first === undefined ? everything(node) : collection(first, line);
    case 'for_expr':
      return first === undefined ? everything(node) : forExpression(first, line);
    case 'expression':
      return toExpression(node);
  }
  return everything(node);
}

/** Templates, and whatever has no meaning of its own to us: all that is in it, in order. */
function everything(node: Node): Expression {
  const line = lineOf(node);
  if (node.type === 'template_literal') return { kind: 'literal', value: unescaped(node.text), line };
  const parts = named(node)
    .filter(({ type }) => !MARKER.test(type))
    .map((part) => (part.type === 'expression' ? toExpression(part) : base(part)));
  return {
    kind: 'template',
    parts: parts.flatMap((part) => (part.kind === 'template' ? part.parts : part)),
    line,
  };
}

function literal(node: Node, line: number): Expression {
  if (node.type === 'numeric_lit') return { kind: 'literal', value: Number(node.text), line };
  if (node.type === 'bool_lit') return { kind: 'literal', value: node.text === 'true', line };
  if (node.type === 'null_lit') return { kind: 'literal', value: null, line };
  const text = named(node).find(({ type }) => type === 'template_literal')?.text ?? '';
  return { kind: 'literal', value: unescaped(text), line };
}

function functionCall(node: Node, line: number): Expression {
  const [name, args] = named(node);
  return {
    kind: 'call',
    name: name?.text ?? '',
    args: args === undefined ? [] : named(args).filter(isExpression).map(toExpression),
    line,
  };
}

/** Operands are not wrapped: each is a run of siblings between operators. */
function operation(node: Node, line: number): Expression {
  const runs: Node[][] = [[]];
  let operator = '';
  for (const child of node.children) {
    if (child.isNamed) runs.at(-1)?.push(child);
    else if (child.text !== '(' && child.text !== ')') {
      operator = child.text;
      runs.push([]);
    }
  }
  const operands = runs.filter((run) => run.length > 0).map((run) => term(run.filter(isMeaning), line));
  return { kind: 'operation', operator, operands, line };
}

function collection(node: Node, line: number): Expression {
  if (node.type === 'tuple')
    return { kind: 'list', items: named(node).filter(isExpression).map(toExpression), line };
  const entries = named(node)
    .filter(({ type }) => type === 'object_elem')
    .flatMap((element) => {
      const [key, value] = named(element).filter(isExpression);
      return key === undefined || value === undefined
        ? []
        : [{ key: objectKey(key), value: toExpression(value) }];
    });
  return { kind: 'object', entries, line };
}

/** A bare word names a key; anything else, also in parentheses, is an expression. */
function objectKey(node: Node): Expression {
  const key = toExpression(node);
  const isBare = key.kind === 'variable' && !node.text.startsWith('(');
  return isBare ? { kind: 'literal', value: key.name, line: key.line } : key;
}

function forExpression(node: Node, line: number): Expression {
  const children = named(node);
  const intro = children.find(({ type }) => type === 'for_intro');
  const condition = children.find(({ type }) => type === 'for_cond');
  const [first, second] = children.filter(isExpression).map(toExpression);
  const collectionNode = intro && named(intro).find(isExpression);
  if (intro === undefined || collectionNode === undefined || first === undefined) return everything(node);
  const conditionNode = condition && named(condition).find(isExpression);
  return {
    kind: 'for',
    names: named(intro)
      .filter(({ type }) => type === 'identifier')
      .map(({ text }) => text),
    collection: toExpression(collectionNode),
    key: second === undefined ? undefined : first,
    value: second ?? first,
    condition: conditionNode && toExpression(conditionNode),
    line,
  };
}

function accessSteps(node: Node): AccessStep[] {
  const children = named(node);
  const [first] = children;
  switch (node.type) {
    case 'get_attr':
      return [{ kind: 'attribute', name: first?.text ?? '' }];
    case 'index':
    case 'splat':
    case 'attr_splat':
    case 'full_splat':
      return [
        ...(node.type.endsWith('_splat') ? [{ kind: 'splat' as const }] : []),
        ...children.flatMap(accessSteps),
      ];
    case 'new_index':
      return first === undefined ? [] : [{ kind: 'index', key: toExpression(first) }];
    case 'legacy_index':
      return [
        { kind: 'index', key: { kind: 'literal', value: Number(node.text.slice(1)), line: lineOf(node) } },
      ];
  }
  return [];
}

function named(node: Node): Node[] {
  return node.namedChildren.filter(isMeaning);
}

function isMeaning(node: Node): boolean {
  return node.type !== 'comment';
}

function isExpression(node: Node): boolean {
  return node.type === 'expression';
}

export function lineOf(node: Node): number {
  return node.startPosition.row + 1;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => ESCAPES[character] ?? character);
}
