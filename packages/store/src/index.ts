export { CopyConflictError, type CopyOptions, type CopyPhase, SourceMovedError } from './copy/copy';
export { type CopyReport, copyStore } from './copy/copy-store';
export {
  ConflictError,
  FencedError,
  GenerationChangedError,
  InvalidAppendError,
  LeaseHeldError,
  StaleReaderError,
  TooLargeError,
  UnknownRevisionError,
} from './errors';
export {
  DatabaseCredentialsError,
  DatabaseFailedError,
  DatabaseRefusedError,
  DatabaseUnreachableError,
  StoreClosedError,
} from './gremlin/failures';
export { type GremlinStoreOptions, openGremlinStore } from './gremlin/open-gremlin-store';
export type * from './ports';
export { RECORD_KINDS } from './ports';
export { readGraph } from './read-graph';
export { createMemoryStore, type StoreOptions } from './reference/create-memory-store';
export { readerOf } from './reference/graph-reader';
export { openSqliteStore } from './sqlite/open-sqlite-store';
export { NewerStoreError } from './sqlite/schema';
