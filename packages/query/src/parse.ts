import type { NameTerm, Query } from './ast';
import { checkField } from './check-field';
import { QueryError } from './errors';
import { type Expectation, SyntaxError as GrammarError, parse as parseRaw } from './grammar/parser.js';
import type { RawQuery } from './grammar/raw-query';

/** Longer texts are not read. */
export const MAX_QUERY_LENGTH = 2000;

/**
 * Reads a query. An empty text means every component.
 * @throws QueryError
 */
export function parse(text: string): Query {
  if (text.length > MAX_QUERY_LENGTH)
    throw new QueryError(`A query has at most ${MAX_QUERY_LENGTH} characters.`, {
      start: MAX_QUERY_LENGTH,
      end: text.length,
    });
  try {
    return toQuery(parseRaw(text));
  } catch (error) {
    if (error instanceof GrammarError) throw syntaxError(text, error);
    throw error;
  }
}

function toQuery(raw: RawQuery): Query {
  switch (raw.kind) {
    case 'all':
    case 'word':
    case 'uses':
      return raw;
    case 'group':
      return toQuery(raw.of);
    case 'and':
    case 'or':
      return { kind: raw.kind, terms: raw.terms.map(toQuery) };
    case 'not':
      return { kind: 'not', term: toQuery(raw.term) };
    case 'field':
      return checkField(raw);
    case 'reach':
      return { ...raw, of: toOperand(raw.of) };
    case 'path':
      return { kind: 'path', from: toOperand(raw.from), to: toOperand(raw.to) };
  }
}

/** A word alone names a component here. */
function toOperand(raw: RawQuery): Query {
  if (raw.kind !== 'word') return toQuery(raw);
  const name: NameTerm = { kind: 'name', pattern: raw.pattern, span: raw.span };
  return name;
}

function syntaxError(text: string, { expected, location }: GrammarError): QueryError {
  const start = location.start.offset;
  const [found = ''] = /^\S[^\s()]*/.exec(text.slice(start)) ?? [];
  const wanted = [...new Set((expected ?? []).flatMap(describe))].sort();
  const what = found === '' ? 'The query ends too early' : `"${found}" cannot stand here`;
  return new QueryError(
    `${what}${hint(text, start)}.`,
    { start, end: start + found.length },
    { expected: wanted },
  );
}

function describe({ type, text, description }: Expectation): string[] {
  if (type === 'literal' && text !== undefined) return [text.trim() === '' ? 'a space' : text];
  if (type === 'other' && description !== undefined) return [description];
  return type === 'end' ? ['the end'] : [];
}

function hint(text: string, start: number): string {
  if ((text.slice(0, start).match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1)
    return ': the quotation mark is not closed';
  if (text[start] === '"' && !/^"(?:[^"\\]|\\.)*"/.test(text.slice(start)))
    return ': the quotation mark is not closed';
  if (text[start] === ')') return ': no parenthesis is open, or a term is missing before it';
  if (text[start - 1] === '+' && start < text.length) return ': a name with a + in it must be quoted';
  return '';
}
