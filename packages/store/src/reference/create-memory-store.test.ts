import { describe } from 'vitest';
import { describeStore } from '../contract';
import { createMemoryStore } from './create-memory-store';

describe('memory', () => {
  describeStore(async (options) => createMemoryStore(options));
});
