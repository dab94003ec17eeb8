import { expect, it } from 'vitest';
import { shortOrigin } from './origin';

it.each([
  ['git:0123456789abcdef', '0123456'],
  ['ssm:111111111111/eu-west-1//iac/vpc/main/config@7', 'version 7'],
  ['ssm:111111111111/eu-west-1//iac/vpc/a@b/config@7', 'version 7'],
  ['config:abc', 'config:abc'],
])('%s reads %s', (key, short) => {
  expect(shortOrigin(key)).toBe(short);
});
