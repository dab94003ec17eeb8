import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { type Diagnostic, linter } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import { pointerSegments } from '@karma/core';
import {
  findNodeAtLocation,
  getLocation,
  getNodeValue,
  type Node,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { type ConfigSchema, schemaAt } from './config-schema';
import { schemaProblems } from './schema-problems';

/** What is not JSON, and what the type does not take, at its place. Inherited keys need not be repeated. */
export function problemsIn(text: string, schema: ConfigSchema, inherited: ReadonlySet<string>): Diagnostic[] {
  const errors: { error: number; offset: number; length: number }[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length > 0 || !root) {
    return errors.slice(0, 1).map(({ error, offset, length }) => ({
      from: Math.min(offset, text.length),
      to: Math.min(offset + Math.max(length, 1), text.length),
      severity: 'error',
      message: `This is not JSON: ${words(printParseErrorCode(error))}.`,
    }));
  }
  return schemaProblems(schema, getNodeValue(root))
    .filter(({ pointer }) => !inherited.has(pointer))
    .map(({ pointer, message }) => {
      const node = nodeAt(root, pointer);
      const isAll = node === root;
      return {
        from: node.offset,
        to: isAll ? node.offset + 1 : node.offset + node.length,
        severity: 'error',
        message,
      };
    });
}

const words = (code: string) => code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** The node at a place, or the nearest around it. */
function nodeAt(root: Node, pointer: string): Node {
  const path: (string | number)[] = [];
  let found = root;
  for (const segment of pointerSegments(pointer)) {
    path.push(found.type === 'array' ? Number(segment) : segment);
    const next = findNodeAtLocation(root, path);
    if (!next) break;
    found = next;
  }
  return found;
}

/** Where a place of the config stands in its text; `undefined` when it is not there. */
export function offsetOf(text: string, pointer: string): number | undefined {
  const root = parseTree(text);
  return root && pointer !== '' ? nodeAt(root, pointer).offset : undefined;
}

/** Keys that the type knows, and values that fit. */
export function completionsAt(text: string, offset: number, schema: ConfigSchema): Completion[] {
  const { path, isAtPropertyKey } = getLocation(text, offset);
  if (isAtPropertyKey) {
    const holder = schemaAt(schema, path.slice(0, -1));
    return Object.entries(holder?.properties ?? {}).map(([name, inner]) => ({
      label: JSON.stringify(name),
      type: 'property',
      ...(inner.type && { detail: inner.type }),
      ...(inner.description && { info: inner.description }),
    }));
  }
  const found = schemaAt(schema, path);
  const values: unknown[] = [
    ...(found?.examples ?? []),
    ...(found?.default === undefined ? [] : [found.default]),
    ...(found?.type === 'boolean' ? [true, false] : []),
  ];
  return [...new Set(values.map((value) => JSON.stringify(value)))].map((label) => ({
    label,
    type: 'value',
  }));
}

/** A text that is begun, where one may begin, or a word. */
const BEGUN = /(?<=(?:^|[{[,:])\s*)"[^"\n]*|[\w.-]+/;

/** Completion and inline errors of a config, the schema being asked for each time. */
export function configLanguage(
  schema: () => ConfigSchema,
  inherited: () => ReadonlySet<string>,
): readonly [ReturnType<typeof autocompletion>, ReturnType<typeof linter>] {
  const complete = (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(BEGUN);
    if (!word && !context.explicit) return null;
    const typed = word?.text.replace('"', '').toLowerCase() ?? '';
    const options = completionsAt(textOf(context.state.doc), context.pos, schema()).filter(({ label }) =>
      label.toLowerCase().includes(typed),
    );
    const to = context.state.sliceDoc(context.pos, context.pos + 1) === '"' ? context.pos + 1 : context.pos;
    // The library would look for the closing quote in what was typed, too.
    return options.length > 0 ? { from: word?.from ?? context.pos, to, options, filter: false } : null;
  };
  return [
    autocompletion({ override: [complete] }),
    linter((view) => problemsIn(textOf(view.state.doc), schema(), inherited()), { delay: 200 }),
  ];
}

const textOf = (doc: Text) => doc.toString();
