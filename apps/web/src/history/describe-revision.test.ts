import { componentId } from '@karma/core';
import { expect, it } from 'vitest';
import { describeRevision } from './describe-revision';

const touched = [componentId('prod', 'vpc', 'main')];

it('says the message where there is one', () => {
  expect(describeRevision({ message: 'Add a zone', key: 'git:abc', touched })).toBe('Add a zone');
});

it('says what was touched where there is none', () => {
  expect(describeRevision({ message: '', key: 'ssm:1/eu/iac@2', touched })).toBe('Parameter of main');
  expect(describeRevision({ message: '', key: 'config:abc', touched: [] })).toBe('Configuration changed');
  expect(describeRevision({ message: '', key: 'odd', touched })).toBe('Change of main');
});
