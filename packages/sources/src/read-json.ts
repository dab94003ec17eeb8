import { findNodeAtLocation, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { z } from 'zod';
import type { SourceProblem } from './source';

type Read<T> =
  | { readonly value: T; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: SourceProblem };

/** Parses a JSON file that people write. What is wrong is told with its line. */
export function readJson<T>(file: string, text: string, schema: z.ZodType<T>): Read<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const errors: ParseError[] = [];
    parseTree(text, errors, { disallowComments: true });
    const [first] = errors;
    const why = first ? `: ${words(printParseErrorCode(first.error))}` : '';
    return problemOf(file, lineAt(text, first?.offset ?? 0), `It is not JSON${why}.`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []).map((part) => (typeof part === 'number' ? part : String(part)));
  const where = path.length === 0 ? '' : `${path.join('.')}: `;
  return problemOf(file, lineOf(text, path), `${where}${issue?.message}.`);
}

function problemOf(file: string, line: number, reason: string) {
  return {
    problem: { file, line, reason, remedy: 'Correct it; until then, what was last read well stays.' },
  };
}

/** Line of the value at a path, or of what is nearest around it. */
function lineOf(text: string, path: (string | number)[]): number {
  const root = parseTree(text);
  for (let depth = path.length; root !== undefined && depth > 0; depth--) {
    const node = findNodeAtLocation(root, path.slice(0, depth));
    if (node !== undefined) return lineAt(text, node.offset);
  }
  return lineAt(text, root?.offset ?? 0);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** `ValueExpected` → `value expected`. */
function words(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
