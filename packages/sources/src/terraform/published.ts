import type { Alias, Output } from '@karma/core';
import { evaluate } from './evaluate';
import { blockContext, isOwn, type ModuleBody, type ModuleNames } from './module-names';
import type { ParameterName } from './parameter-name';
import type { Block } from './syntax';
import type { Context } from './use';
import { type Shape, unknown, type Value } from './value';

export interface Published {
  readonly outputs: Output[];
  readonly outputsKnown: boolean;
  readonly aliases: Alias[];
}

/** What a module writes below `<prefix>/<type>/<nickname>/runtime`. */
export function collectPublished(
  type: string,
  { blocks }: ModuleBody,
  names: ModuleNames,
  fileOf: ReadonlyMap<Block, string>,
): Published {
  const outputs = new Map<string, Output>();
  const aliases = new Map<string, Alias>();
  let outputsKnown = true;
  for (const block of blocks.values()) {
    const name = isParameter(block) ? names.parameterName(block) : undefined;
    if (name?.what !== 'runtime' || name.external) continue;
    const at = { file: fileOf.get(block) ?? '', line: block.line };
    const alias = aliasOf(name, type);
    if (alias !== undefined) aliases.set(`${alias.type} ${alias.pointer}`, { ...alias, at });
    if (!isOwn(name, type) && alias?.type !== type) continue;
    const { entries, open } = entriesOf(block, name, names);
    outputsKnown &&= !open;
    for (const [key, entry] of entries) {
      const place = { file: at.file, line: entry.line };
      const known = outputs.get(key);
      const from = new Set([...entry.from, ...(known?.from === 'all' ? [''] : (known?.from ?? []))]);
      const places = [...(known?.at ?? []), place];
      outputs.set(key, { key, from: from.has('') ? 'all' : [...from].sort(), at: places });
    }
  }
  const byKey = [...outputs.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { outputs: byKey, outputsKnown, aliases: [...aliases.values()] };
}

function isParameter({ type, labels }: Block): boolean {
  return type === 'resource' && labels[0] === 'aws_ssm_parameter';
}

/** Set where each key of a map in the config is a nickname. */
function aliasOf(name: ParameterName, type: string): Omit<Alias, 'at'> | undefined {
  const { nickname } = name;
  if (typeof nickname === 'string' || nickname.shape.kind !== 'key') return undefined;
  const map = nickname.shape.of;
  if (map.kind !== 'config') return undefined;
  const published = typeof name.type === 'string' ? name.type : type;
  return { type: published, pointer: map.pointer };
}

interface Entries {
  readonly entries: Iterable<readonly [string, Value]>;
  readonly open: boolean;
}

const NONE: Entries = { entries: [], open: true };

function entriesOf(block: Block, name: ParameterName, names: ModuleNames): Entries {
  const context = blockContext(block, { names, bound: new Map(), optional: false, sink: undefined });
  const content = contentOf(block, context);
  if (name.key === undefined) {
    const { shape } = content;
    return shape.kind === 'json' ? entriesOfObject(shape.of.shape) : NONE;
  }
  if (typeof name.key === 'string') return { entries: [[name.key, content]], open: false };
  // One parameter for each entry of an object that the module spells out.
  return name.key.shape.kind === 'key' ? entriesOfObject(name.key.shape.of) : NONE;
}

function entriesOfObject(shape: Shape): Entries {
  return shape.kind === 'object' ? shape : NONE;
}

function contentOf(block: Block, context: Context): Value {
  const attribute = block.attributes.find(({ name }) => name === 'value' || name === 'insecure_value');
  if (attribute === undefined) return unknown(block.line);
  return { ...evaluate(attribute.value, context), line: attribute.line };
}
