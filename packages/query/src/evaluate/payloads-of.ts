import type { Query } from '../ast';

/** Which payloads a query reads, so that they can be loaded before. */
export interface Payloads {
  readonly config: boolean;
  readonly output: boolean;
}

export function payloadsOf(query: Query): Payloads {
  const fields = new Set<string>();
  const visit = (part: Query): void => {
    if (part.kind === 'field') fields.add(part.field);
    else if (part.kind === 'and' || part.kind === 'or') part.terms.forEach(visit);
    else if (part.kind === 'not') visit(part.term);
    else if (part.kind === 'reach') visit(part.of);
    else if (part.kind === 'path') [part.from, part.to].forEach(visit);
  };
  visit(query);
  return { config: fields.has('config'), output: fields.has('output') };
}
