import { describe } from 'vitest';
import {
  type CreateStore,
  describeGraphReader,
  describeOnHead,
  describeRecords,
  describeRevisionLog,
} from '../contract';
import { createMemoryStore } from './create-memory-store';

const create: CreateStore = async (options) => createMemoryStore(options);

describe('memory', () => {
  describeRevisionLog(create);
  describeGraphReader(create);
  describeRecords(create);
  describeOnHead(create);
});
