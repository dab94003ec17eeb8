import type { ComponentType, ModuleReference } from '@karma/core';
import { collectKeys } from './config-keys';
import { evaluate } from './evaluate';
import {
  bindEach,
  blockContext,
  isOwn,
  iteratorOf,
  type ModuleBody,
  type ModuleNames,
  moduleNames,
} from './module-names';
import type { ParameterName } from './parameter-name';
import { collectPublished } from './published';
import type { Block, Body, ParsedFile } from './syntax';
import { type Context, hintOf, terminate } from './use';
import type { Value } from './value';

export interface ModuleFile {
  /** In the modules repo. */
  readonly path: string;
  readonly parsed: ParsedFile;
}

/** Reads what a module offers out of its files. */
export function interpretModule(
  type: string,
  files: readonly ModuleFile[],
  description: string | null,
): ComponentType {
  const { body, fileOf } = gather(files);
  const names = moduleNames(type, body);
  const keys = collectKeys();
  const consumed = new Map<string, Set<string> | 'all'>();
  const contextOf = (file: string): Context => ({
    names,
    bound: new Map(),
    optional: false,
    sink: {
      ...keys.sink(file),
      consume(label, key) {
        const before = consumed.get(label) ?? new Set();
        if (key === undefined || before === 'all') consumed.set(label, 'all');
        else consumed.set(label, before.add(key));
      },
    },
  });
  for (const { path, parsed } of files) visitFile(parsed, contextOf(path));
  const parameters = [...body.blocks].filter(([address]) => address.startsWith('data.aws_ssm_parameter.'));
  const references = parameters.flatMap(([, block]) =>
    referenceOf(block, { type, names, consumed, file: fileOf.get(block) ?? '' }),
  );
  const problems = files.flatMap(({ path, parsed }) =>
    parsed.error === undefined
      ? []
      : [{ file: path, line: parsed.error.line, message: parsed.error.message }],
  );
  const published = collectPublished(type, body, names, fileOf);
  return {
    name: type,
    description,
    keys: keys.list(),
    references: references.sort((a, b) => compare(a.at.file, b.at.file) || a.at.line - b.at.line),
    outputs: published.outputs,
    outputsKnown: published.outputsKnown && problems.length === 0,
    aliases: published.aliases,
    problems,
    files: files.map(({ path }) => path),
  };
}

function gather(files: readonly ModuleFile[]) {
  const locals: [string, Body['attributes'][number]][] = [];
  const blocks = new Map<string, Block>();
  const fileOf = new Map<Block, string>();
  for (const { path, parsed } of files)
    for (const block of parsed.blocks) {
      fileOf.set(block, path);
      if (block.type === 'locals')
        for (const attribute of block.attributes) locals.push([attribute.name, attribute]);
      else blocks.set(addressOf(block), block);
    }
  const body: ModuleBody = { locals: new Map(locals), blocks };
  return { body, fileOf };
}

function addressOf({ type, labels }: Block): string {
  if (type === 'resource') return labels.join('.');
  if (type === 'variable') return `var.${labels[0]}`;
  return [type, ...labels].join('.');
}

/** Goes through every expression once, so that each use is told once. */
function visitFile(file: ParsedFile, context: Context): void {
  for (const block of file.blocks) {
    if (block.type === 'variable') continue;
    if (block.type === 'locals') for (const { value } of block.attributes) evaluate(value, context);
    else visitBlock(block, context);
  }
}

function visitBlock(block: Body, context: Context): void {
  const count = visitSpecial(block, 'count', context);
  const isCertain = count === undefined || (count.shape.kind === 'literal' && Number(count.shape.value) > 0);
  const through = visitSpecial(block, 'for_each', context);
  if (through !== undefined) hintOf(through, 'object', context);
  if (count !== undefined) hintOf(count, 'number', context);
  visitBody(block, { ...blockContext(block, context), optional: context.optional || !isCertain });
}

function visitSpecial(block: Body, name: string, context: Context): Value | undefined {
  const attribute = block.attributes.find((one) => one.name === name);
  return attribute && evaluate(attribute.value, context);
}

function visitBody(body: Body, context: Context): void {
  for (const { name, value } of body.attributes)
    if (!['count', 'for_each', 'depends_on', 'iterator'].includes(name))
      terminate(evaluate(value, context), context.sink);
  for (const block of body.blocks) {
    const through = block.type === 'dynamic' ? visitSpecial(block, 'for_each', context) : undefined;
    visitBody(block, through ? bindEach(context, iteratorOf(block), through) : context);
  }
}

interface Referring {
  readonly type: string;
  readonly names: ModuleNames;
  readonly consumed: ReadonlyMap<string, ReadonlySet<string> | 'all'>;
  readonly file: string;
}

/** A parameter of another component that the module reads, where it can be told whose. */
function referenceOf(block: Block, { type, names, consumed, file }: Referring): ModuleReference[] {
  const label = block.labels[1] ?? '';
  const name = names.parameterName(block);
  if (name === undefined || names.isOwnConfig(label) || isOwn(name, type)) return [];
  const target = textOf(name.type);
  const place = placeOf(name);
  const nickname = textOf(name.nickname) ?? null;
  if (target === undefined || (place === undefined && nickname === null)) return [];
  const key = name.key === undefined ? undefined : textOf(name.key);
  const all = consumed.get(label) ?? new Set<string>();
  const named =
    name.key === undefined ? (all === 'all' ? all : [...all].sort()) : key === undefined ? 'all' : [key];
  const counted = block.attributes.some((attribute) => attribute.name === 'count');
  return [
    {
      pointer: place?.pointer ?? null,
      targetType: name.external ? `external.${target}` : target,
      nickname: place === undefined ? nickname : null,
      required: !counted && place?.optional !== true,
      consumes: name.what === 'config' ? [] : named,
      at: { file, line: block.attributes.find((attribute) => attribute.name === 'name')?.line ?? block.line },
    },
  ];
}

function textOf(part: Value | string): string | undefined {
  if (typeof part === 'string') return part;
  return part.shape.kind === 'literal' ? String(part.shape.value) : undefined;
}

function placeOf({ nickname }: ParameterName): { pointer: string; optional: boolean } | undefined {
  if (typeof nickname === 'string' || nickname.shape.kind !== 'config') return undefined;
  return { pointer: nickname.shape.pointer, optional: nickname.optional };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
