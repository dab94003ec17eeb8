import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { lineOf, toExpression } from './parse-expression';
import type { Block, Body, ParsedFile } from './syntax';

const GRAMMAR = '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm';

export type FileParser = (text: string) => ParsedFile;

let loading: Promise<FileParser> | undefined;

/** Loads the grammar once, when it is first needed (some 20 ms). */
export function loadParser(): Promise<FileParser> {
  loading ??= load();
  return loading;
}

async function load(): Promise<FileParser> {
  await Parser.init();
  const grammar = await Language.load(await readFile(createRequire(import.meta.url).resolve(GRAMMAR)));
  const parser = new Parser();
  parser.setLanguage(grammar);
  return (text) => parseFile(parser, text);
}

function parseFile(parser: Parser, text: string): ParsedFile {
  const tree = parser.parse(text);
  if (tree === null) throw new Error('The HCL parser was stopped');
  try {
    const root = tree.rootNode;
    const body = root.namedChildren.find(({ type }) => type === 'body');
    const wrong = root.hasError ? firstError(root) : undefined;
    return {
      ...(body === undefined ? { attributes: [], blocks: [] } : toBody(body)),
      comment: leadingComment(root),
      error: wrong && describeError(wrong, text),
    };
  } finally {
    tree.delete();
  }
}

/** What holds an error is left out; its neighbours count. */
function toBody(node: Node): Body {
  const whole = node.namedChildren.filter(({ hasError }) => !hasError);
  return {
    attributes: whole
      .filter(({ type }) => type === 'attribute')
      .flatMap((attribute) => {
        const [name, value] = attribute.namedChildren.filter(({ type }) => type !== 'comment');
        return name === undefined || value === undefined
          ? []
          : [{ name: name.text, value: toExpression(value), line: lineOf(attribute) }];
      }),
    blocks: whole.filter(({ type }) => type === 'block').map(toBlock),
  };
}

function toBlock(node: Node): Block {
  const [type, ...rest] = node.namedChildren;
  const body = rest.find((child) => child.type === 'body');
  return {
    type: type?.text ?? '',
    labels: rest
      .filter((child) => child.type === 'string_lit' || child.type === 'identifier')
      .map((child) => child.text.replaceAll('"', '')),
    line: lineOf(node),
    ...(body === undefined ? { attributes: [], blocks: [] } : toBody(body)),
  };
}

function firstError(node: Node): Node | undefined {
  if (node.isError || node.isMissing) return node;
  for (const child of node.children)
    if (child.hasError || child.isMissing) {
      const found = firstError(child);
      if (found !== undefined) return found;
    }
  return undefined;
}

function describeError(wrong: Node, text: string): ParsedFile['error'] {
  const block = wrong.isMissing && wrong.parent?.type === 'block_end' ? wrong.parent.parent : null;
  if (block !== null) return { line: lineOf(block), message: 'The block that opens here is not closed.' };
  const line = lineOf(wrong);
  const near = text.split('\n')[line - 1]?.trim().slice(0, 80);
  return { line, message: `Not valid HCL: \`${near}\`.` };
}

function leadingComment(root: Node): string {
  const lines: string[] = [];
  for (const child of root.children) {
    if (child.type !== 'comment') break;
    lines.push(child.text.replace(/^(#+|\/\/|\/\*+)|\*\/$/g, '').trim());
  }
  return lines.join(' ').trim();
}
