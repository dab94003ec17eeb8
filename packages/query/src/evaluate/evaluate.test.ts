import { placementId } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { parse } from '../parse';
import { evaluate } from './evaluate';
import { contextOf, NOW } from './graphs.testing';

const HOUR = 3_600_000;

const context = contextOf(
  {
    'prod/vpc/main': { owner: 'network', config: { cidr: '10.0.0.0/16' }, outputs: { vpc_id: 'vpc-1' } },
    'prod/s3-bucket/data': { status: 'orphaned', changedAt: NOW - 10 * 24 * HOUR },
    'prod/lambda/api': {
      owner: 'payments',
      tags: { Owner: 'payments', 'cost:center': '7 a' },
      placements: [{ id: placementId('111111111111', 'eu-west-1'), name: 'acme-prod-eu' }],
      findings: [{ kind: 'stale-consumer', severity: 'error' }],
      changedAt: NOW - HOUR,
      config: {
        timeout: 30,
        functions: { seed: { timeout: 5 }, sync: { timeout: 60 } },
        sizes: [1, 2],
        enabled: true,
        level: 'debug',
      },
      outputs: { arn: 'arn:aws:lambda:eu-west-1:1:function:api' },
    },
    'prod/serverless-api/public': { tags: { Owner: 'web' }, config: { timeout: 10 } },
    'dev/lambda/api': { config: { timeout: '9' }, changedAt: Date.UTC(2026, 10, 19, 23, 59) },
    'base/lambda/standard': { abstract: true },
    'prod/redis/gone': { status: 'missing' },
    'prod/external.carrier/polar': { status: 'external' },
  },
  {
    'prod/serverless-api/public > prod/lambda/api': {},
    'prod/lambda/api > prod/vpc/main': { consumes: ['private_subnet_ids'] },
    'prod/lambda/api > prod/s3-bucket/data': {},
    'prod/lambda/api > prod/redis/gone': {},
    'prod/redis/gone > prod/vpc/main': { consumes: ['vpc_id'] },
    'dev/lambda/api > prod/external.carrier/polar': {},
  },
);

function ids(text: string): readonly string[] {
  return evaluate(parse(text), context).ids;
}

/** Nicknames, which are told apart by type or environment where they repeat. */
function names(text: string): string {
  return ids(text)
    .map((id) => (id.endsWith('/api') ? id.replace('/lambda', '') : id.slice(id.lastIndexOf('/') + 1)))
    .join(' ');
}

describe('fields', () => {
  it.each([
    ['env:dev', 'dev/api'],
    ['env!=prod', 'standard dev/api'],
    ['type:LAMBDA env:prod', 'prod/api'],
    ['type=LAMBDA', ''],
    ['type:s3-*', 'data'],
    ['name:a?i', 'dev/api prod/api'],
    ['name:"a?i"', ''],
    ['owner:pay*', 'prod/api'],
    ['owner!=network', 'prod/api'],
    ['not owner:network env:prod has:owner', 'prod/api'],
    ['status:orphaned', 'data'],
    ['placement:acme-prod*', 'prod/api'],
    ['placement:111111111111/eu-west-1', 'prod/api'],
    ['tag.owner:payments', 'prod/api'],
    ['tag.Owner:*', 'prod/api public'],
    ['tag.Owner!=payments', 'public'],
    ['tag."cost:center":"7 a"', 'prod/api'],
    ['finding:stale-consumer', 'prod/api'],
    ['finding:stale-*', 'prod/api'],
    ['severity:error', 'prod/api'],
    ['severity:warning', ''],
    ['is:missing or is:external or is:abstract', 'standard polar gone'],
    ['has:findings', 'prod/api'],
    ['has:owner', 'prod/api main'],
  ])('%s finds %s', (text, expected) => expect(names(text)).toBe(expected));

  it.each([
    ['config.timeout>10', 'prod/api'],
    ['config.timeout>=10', 'prod/api public'],
    ['config.timeout<10', 'dev/api'],
    ['config.timeout<=10', 'dev/api public'],
    ['config.timeout:10', 'public'],
    ['config.timeout!=10', 'dev/api prod/api'],
    ['config.timeout:*', 'dev/api prod/api public'],
    ['config.Timeout:10', 'public'],
    ['config.functions.seed.timeout:5', 'prod/api'],
    ['config.functions.*.timeout>50', 'prod/api'],
    ['config.*.timeout:*', ''],
    ['config.sizes:2', 'prod/api'],
    ['config.sizes!=2', ''],
    ['config.enabled:true', 'prod/api'],
    ['config.level>delta', ''],
    ['config.level>alpha', 'prod/api'],
    ['config.cidr:10.0.*', 'main'],
    ['output.vpc_id:vpc-*', 'main'],
    ['output.arn:arn:aws:lambda:*', 'prod/api'],
  ])('%s reads payloads: %s', (text, expected) => expect(names(text)).toBe(expected));

  it.each([
    ['changed:<7d', 'dev/api prod/api'],
    ['changed:7d', 'dev/api prod/api'],
    ['changed<2h', 'prod/api'],
    ['changed:>7d', 'data'],
    ['changed!=7d', 'data'],
    ['changed:2026-11-19', 'dev/api'],
    ['changed!=2026-11-19', 'prod/api data'],
    ['changed>2026-11-19', 'prod/api'],
    ['changed>=2026-11-19', 'dev/api prod/api'],
    ['changed<2026-11-19', 'data'],
    ['changed<=2026-11-19', 'dev/api data'],
    ['changed>2026-11-21T10:59Z', 'prod/api'],
    ['changed>2026-11-21T11:00', ''],
  ])('%s counts from now: %s', (text, expected) => expect(names(text)).toBe(expected));

  it('takes words as parts of ids', () => {
    expect(names('PROD lambda')).toBe('prod/api');
    expect(names('da*i')).toBe('dev/api prod/api');
    expect(names('"da*i"')).toBe('');
    expect(ids('')).toHaveLength(8);
  });
});

describe('logic', () => {
  it.each([
    ['type:lambda env:prod or env:dev', 'type:lambda and env:prod or (env:dev)'],
    ['env:dev or type:lambda env:prod', '(env:dev) or (type:lambda and env:prod)'],
    ['not env:dev type:lambda', '(not env:dev) and type:lambda'],
    ['-env:dev type:lambda', 'not env:dev and type:lambda'],
    ['env:prod (api or public)', 'env:prod api or env:prod public'],
    ['NOT env:dev AND api', '-env:dev api'],
  ])('%s is the same as %s', (one, other) => {
    expect(ids(one)).toEqual(ids(other));
    expect(ids(one)).not.toHaveLength(0);
  });

  it('has everything on one side of a term or on the other', () => {
    expect([...ids('type:lambda'), ...ids('-type:lambda')].sort()).toEqual(ids(''));
  });
});

describe('traversal', () => {
  it.each([
    ['+prod/lambda/api', 'prod/api gone data main'],
    ['1+public', 'prod/api public'],
    ['main+', 'prod/api gone public main'],
    ['vpc/main+1', 'prod/api gone main'],
    ['+gone+', 'prod/api gone public main'],
    ['1+gone+1', 'prod/api gone main'],
    ['+lambda/api', 'dev/api polar prod/api gone data main'],
    ['(type:lambda env:prod)+', 'prod/api public'],
    ['type:s3-bucket+1', 'prod/api data'],
    ['+s3-*/data', 'data'],
    ['main+ -main', 'prod/api gone public'],
    ['path(public, main)', 'prod/api public main'],
    ['path(type:s3-bucket, type:serverless-api)', 'prod/api data public'],
    ['path(vpc/main, dev/lambda/api)', ''],
    ['path((api), polar)', 'dev/api polar'],
    ['uses(vpc/main#private_subnet_ids)', 'prod/api main'],
    ['uses(vpc/main#vpc_id)', 'gone main'],
    ['uses(main)', 'prod/api gone main'],
    ['uses(s3-bucket/data#bucket_name)', 'prod/api data'],
  ])('%s finds %s', (text, expected) => expect(names(text)).toBe(expected));

  it('names what no component is called, with its place', () => {
    expect(evaluate(parse('env:prod or mian+'), context).unknown).toEqual([
      { name: 'mian', start: 12, end: 16, nearest: 'main' },
    ]);
    const nearest = (text: string) => evaluate(parse(text), context).unknown[0]?.nearest;
    expect(nearest('+vcp/main')).toBe('vpc/main');
    expect(nearest('prod/lambda/ap+')).toBe('prod/lambda/api');
    expect(nearest('nothing-like-it+')).toBeNull();
    expect(evaluate(parse('main+'), context).unknown).toEqual([]);
  });
});
