export type * from './ports';
export { RECORD_KINDS } from './ports';
