import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { z } from 'zod';
import { isObject, type JsonObject } from './json';

/** Larger files are not configs: standard parameters hold 4 KB, advanced ones 8. */
const MAX_CONFIG_LENGTH = 1_000_000;
const MAX_DEPTH = 64;

/** What a source stores instead of a file that is too large to load. */
export const tooLargeSchema = z.strictObject({ $karma: z.literal('too-large'), bytes: z.number() });

export type ParsedConfig =
  | { readonly ok: true; readonly config: JsonObject }
  | {
      readonly ok: false;
      readonly kind: 'invalid-json' | 'invalid-config' | 'too-large';
      /** From 1; `null` where it is about the whole file. */
      readonly line: number | null;
      readonly reason: string;
      readonly remedy: string;
    };

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function tooLarge(bytes: number): ParsedConfig {
  return {
    ok: false,
    kind: 'too-large',
    line: null,
    reason: `The file has ${bytes} bytes; a config of more than ${MAX_CONFIG_LENGTH} is not read.`,
    remedy: 'Keep the config to what the module reads, and large data where it is used.',
  };
}

function invalidJson(text: string): ParsedConfig {
  const errors: ParseError[] = [];
  parse(text, errors, { allowTrailingComma: false, disallowComments: true });
  const first = errors[0];
  const line = first ? lineAt(text, first.offset) : 1;
  const what = first ? printParseErrorCode(first.error).replace(/(?<=[a-z])(?=[A-Z])/g, ' ') : 'Invalid JSON';
  return {
    ok: false,
    kind: 'invalid-json',
    line,
    reason: `The file is not JSON: ${what.toLowerCase()} in line ${line}.`,
    remedy: `Correct line ${line}; nothing of this config is read until then.`,
  };
}

const BRACE = 0x7b;
const BRACKET = 0x5b;

/** With fewer brackets than levels there is nothing to look for. */
function hasMoreBrackets(text: string, limit: number): boolean {
  let count = 0;
  for (let index = 0; index < text.length && count <= limit; index++) {
    const code = text.charCodeAt(index);
    if (code === BRACE || code === BRACKET) count += 1;
  }
  return count > limit;
}

function isDeep(value: unknown, text: string): boolean {
  if (!hasMoreBrackets(text, MAX_DEPTH)) return false;
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null
        ? Object.values(item).filter((inner) => typeof inner === 'object')
        : [],
    );
  }
  return false;
}

/** Reads the text of a config file. What is wrong with it comes back as a problem, never as an exception. */
export function parseConfig(text: string): ParsedConfig {
  if (text.length > MAX_CONFIG_LENGTH) return tooLarge(text.length);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return invalidJson(text);
  }
  const marker = isObject(value) && '$karma' in value ? tooLargeSchema.safeParse(value) : null;
  if (marker?.success) return tooLarge(marker.data.bytes);
  const wrong = !isObject(value)
    ? 'A config is a JSON object'
    : isDeep(value, text)
      ? `A config nests at most ${MAX_DEPTH} deep`
      : null;
  if (wrong === null && isObject(value)) return { ok: true, config: value };
  return {
    ok: false,
    kind: 'invalid-config',
    line: 1,
    reason: `${wrong}; this file holds something else.`,
    remedy: 'Write one JSON object with the keys that the component’s module reads.',
  };
}
