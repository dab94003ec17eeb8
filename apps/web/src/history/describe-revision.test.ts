import { componentId } from '@karma/core';
import { expect, it } from 'vitest';
import { describeRevision } from './describe-revision';

const touched = [componentId('prod', 'vpc', 'main')];

it('says the message where there is one', () => {
  expect(describeRevision({ message: 'Add a zone', key: 'git:abc', touched })).toBe('Add a zone');
});

it('says what was touched where there is none', () => {
  expect(describeRevision({ message: '', key: 'ssm:1/eu/iac@2', touched })).toBe('Parameter of main');
  expect(describeRevision({ message: '', key: 'state:1/eu/vpc/main@7', touched })).toBe(
    'Terraform state of main',
  );
  expect(describeRevision({ message: '', key: 'config:abc', touched: [] })).toBe('Configuration changed');
  expect(describeRevision({ message: '', key: 'odd', touched })).toBe('Change of main');
});

it.each([
  ['ssm:1/eu/iac/vpc/main/config@2', 'Published main'],
  ['ssm:1/eu/iac/vpc/main/config@deleted-2~3', 'Parameter of main removed'],
  ['ssm:1/eu/iac/vpc/main/runtime@12', 'Outputs of main changed'],
  ['ssm:1/eu/iac/vpc/main/runtime/vpc_id@1~2', 'Output vpc_id of main changed'],
  ['ssm:1/eu/iac/vpc/main/runtime/vpc_id@deleted-1', 'Output vpc_id of main removed'],
])('says what happened to the parameter of %s', (key, said) => {
  expect(describeRevision({ message: '', key, touched: [] })).toBe(said);
});
