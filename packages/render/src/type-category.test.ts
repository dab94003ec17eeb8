import { expect, it } from 'vitest';
import { categoryOf } from './type-category';

it.each([
  ['vpc', 'network'],
  ['route53-zone', 'dns'],
  ['serverless-site', 'web'],
  ['serverless-api', 'api'],
  ['openapi', 'api'],
  ['lambda', 'function'],
  ['aurora-postgres', 'data'],
  ['s3-bucket', 'storage'],
  ['sqs-queue', 'messaging'],
  ['cognito-pool', 'security'],
  ['ecs-service', 'compute'],
  ['alarm', 'operations'],
  ['external.stripe', 'external'],
  ['frobnicator', 'other'],
])('%s is %s', (type, category) => expect(categoryOf(type)).toBe(category));
