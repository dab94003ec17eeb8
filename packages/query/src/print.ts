import type { Pattern, Query } from './ast';
import { quote, quoteKey, quoteValue, quoteWord } from './quote';

/** The text of a query, canonical: `parse(print(query))` is the same query but for its spans. */
export function print(query: Query): string {
  switch (query.kind) {
    case 'all':
      return '';
    case 'and':
      return query.terms.map((term) => inside(term, ['and', 'or'])).join(' ');
    case 'or':
      return query.terms.map((term) => inside(term, ['or'])).join(' or ');
    case 'not':
      return `not ${inside(query.term, ['and', 'or'])}`;
    case 'word':
    case 'name':
      return word(query.pattern);
    case 'field': {
      const key = query.key === null ? '' : `.${quoteKey(query.key)}`;
      const { text } = query.value;
      // `type:` before `>` would be read as `type>`.
      const isMistaken = query.operator.length === 1 && /^(:[<>]|[<>]=)/.test(query.operator + text);
      return `${query.field}${key}${query.operator}${isMistaken ? quote(text) : value(query.value)}`;
    }
    case 'reach':
      return `${steps(query.upstream, (depth) => `${depth}+`)}${operand(query.of)}${steps(query.downstream, (depth) => `+${depth}`)}`;
    case 'path':
      return `path(${argument(query.from)}, ${argument(query.to)})`;
    case 'uses':
      return `uses(${word(query.name)}${query.output ? `#${value(query.output)}` : ''})`;
  }
}

function inside(query: Query, kinds: readonly Query['kind'][]): string {
  return kinds.includes(query.kind) ? `(${print(query)})` : print(query);
}

function operand(query: Query): string {
  return query.kind === 'name' ? print(query) : `(${print(query)})`;
}

function argument(query: Query): string {
  return query.kind === 'word' ? `(${print(query)})` : print(query);
}

function steps(depth: number | null, write: (depth: string) => string): string {
  if (depth === null) return '';
  return write(depth === Number.POSITIVE_INFINITY ? '' : String(depth));
}

function word({ text, isQuoted }: Pattern): string {
  return isQuoted ? quote(text) : quoteWord(text);
}

function value({ text, isQuoted }: Pattern): string {
  return isQuoted ? quote(text) : quoteValue(text);
}
