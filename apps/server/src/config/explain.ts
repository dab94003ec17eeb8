import { closest, distance } from 'fastest-levenshtein';
import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import { z } from 'zod';
import type { ConfigProblem } from './config-error';
import { configJsonSchema } from './schema';

type Path = readonly (string | number)[];

/** Puts what zod found into words: where (pointer and line) and what is allowed. */
export function explainIssues(
  text: string,
  root: Node | undefined,
  issues: readonly z.core.$ZodIssue[],
): ConfigProblem[] {
  const problem = (path: Path, message: string): ConfigProblem => ({
    pointer: path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    line: lineAt(text, nearestNode(root, path)?.offset ?? 0),
    message,
  });
  return issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      const allowed = allowedKeys(path);
      return issue.keys.map((key) => problem([...path, key], unknownKey(key, allowed)));
    }
    if (issue.code === 'invalid_key') {
      const reasons = issue.issues.map(({ message }) => message).join(' ');
      return [problem(path, `this name cannot be used: ${reasons}.`)];
    }
    const found = root && findNodeAtLocation(root, [...path]);
    if (!found) return [problem(path, 'this key is required and missing.')];
    return [problem(path, wrongValue(issue, getNodeValue(found)))];
  });
}

function unknownKey(key: string, allowed: readonly string[]): string {
  return `unknown key "${key}".${didYouMean(key, allowed)} Allowed: ${allowed.join(', ')}.`;
}

function wrongValue(issue: z.core.$ZodIssue, value: unknown): string {
  const found = JSON.stringify(value);
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const hint = typeof value === 'string' ? didYouMean(value, allowed) : '';
    return `${found} is not allowed.${hint} Allowed: ${allowed.join(', ')}.`;
  }
  return `${found} is not allowed: ${issue.message}.`;
}

function didYouMean(word: string, allowed: readonly string[]): string {
  if (allowed.length === 0) return '';
  const near = closest(word, [...allowed]);
  return distance(word, near) <= Math.max(2, near.length / 3) ? ` Did you mean "${near}"?` : '';
}

const shapeSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
});

function allowedKeys(path: Path): string[] {
  let shape: unknown = configJsonSchema();
  for (const step of path) {
    const { properties, additionalProperties, items } = shapeSchema.parse(shape);
    shape = typeof step === 'number' ? items : (properties?.[step] ?? additionalProperties);
  }
  return Object.keys(shapeSchema.parse(shape).properties ?? {}).filter((key) => key !== '$schema');
}

function nearestNode(root: Node | undefined, path: Path): Node | undefined {
  if (!root) return undefined;
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    // A key's own line, not that of its value.
    if (node) return node.parent?.type === 'property' ? node.parent : node;
  }
  return root;
}

/** Line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
