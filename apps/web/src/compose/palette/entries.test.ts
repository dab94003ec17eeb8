import { type ComponentType, componentIdSchema } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { findComponents, findTypes, typeToEntry } from './entries';

const at = { file: 'main.tf', line: 1 };
const typeOf = (
  name: string,
  needs: readonly [string, boolean][],
  outputs: readonly string[],
): ComponentType => ({
  name,
  description: null,
  keys: [],
  references: needs.map(([targetType, required]) => ({
    pointer: `/${targetType}_nickname`,
    targetType,
    nickname: null,
    required,
    consumes: 'all',
    at,
  })),
  outputs: outputs.map((key) => ({ key, from: [], at: [at] })),
  outputsKnown: true,
  aliases: [],
  problems: [],
  files: [],
});

const lambda = typeToEntry(
  typeOf(
    'lambda',
    [
      ['sqs-queue', false],
      ['vpc', true],
      ['vpc', false],
    ],
    ['arn'],
  ),
);
const vpc = typeToEntry(typeOf('vpc', [], ['vpc_id']));

describe('the palette', () => {
  it('says of a type what it needs, once each, required ones first', () => {
    expect(lambda.needs).toEqual([
      { type: 'vpc', required: true },
      { type: 'sqs-queue', required: false },
    ]);
  });

  it('finds types by name before those by what they need or publish', () => {
    expect(findTypes([lambda, vpc], 'VPC').map(({ name }) => name)).toEqual(['vpc', 'lambda']);
    expect(findTypes([lambda, vpc], 'arn').map(({ name }) => name)).toEqual(['lambda']);
    expect(findTypes([lambda, vpc], ' ')).toEqual([lambda, vpc]);
  });

  it('finds components by all words', () => {
    const ids = ['dev/vpc/main', 'dev/lambda/main'].map((id) => componentIdSchema.parse(id));
    expect(findComponents(ids, 'main lam')).toEqual(['dev/lambda/main']);
  });
});
