import { describeGraphReader } from './graph-reader';
import { describeOnHead } from './on-head';
import { describeRecords } from './records';
import { describeRevisionLog } from './revision-log';
import type { CreateStore } from './with-store';

/** What every Store does; an adapter's test calls it. */
export function describeStore(create: CreateStore): void {
  describeRevisionLog(create);
  describeGraphReader(create);
  describeRecords(create);
  describeOnHead(create);
}
