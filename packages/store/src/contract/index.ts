export { describeGraphReader } from './graph-reader';
export { describeOnHead } from './on-head';
export { describeRecords } from './records';
export { describeRevisionLog } from './revision-log';
export type { CreateStore } from './with-store';
