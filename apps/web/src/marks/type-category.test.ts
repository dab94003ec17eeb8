import { expect, it } from 'vitest';
import { typeCategory } from './type-category';

it.each([
  ['serverless-site', 'web'],
  ['serverless-api', 'web'],
  ['route53-zone', 'network'],
  ['vpc', 'network'],
  ['s3-bucket', 'data'],
  ['lambda', 'compute'],
  ['ecs-service', 'compute'],
  ['kms-key', 'security'],
  ['sqs-queue', 'messaging'],
  ['external.payments', 'other'],
])('%s is about %s', (type, category) => {
  expect(typeCategory(type)).toBe(category);
});
