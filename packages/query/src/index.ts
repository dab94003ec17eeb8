export type {
  FieldTerm,
  NameTerm,
  Operator,
  Pattern,
  Query,
  Span,
  UsesTerm,
} from './ast';
export { type Completion, complete } from './complete/complete';
export { type Vocabulary, vocabularyOf } from './complete/vocabulary';
export { QueryError } from './errors';
export { componentToRow, type QueryContext, type QueryRow } from './evaluate/context';
export { evaluate, type QueryAnswer, type UnknownName } from './evaluate/evaluate';
export { type Leaf, LeafReader, type Leaves, NO_LEAVES } from './evaluate/leaves';
export { type Payloads, payloadsOf } from './evaluate/payloads-of';
export { FIELDS, type FieldName, type FieldRule } from './fields';
export { MAX_QUERY_LENGTH, parse } from './parse';
export { print } from './print';
