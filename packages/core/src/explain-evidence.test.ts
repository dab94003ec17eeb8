import { expect, test } from 'vitest';
import type { Evidence } from './dependency';
import { explainEvidence } from './explain-evidence';
import { componentId } from './ids';

const edge = { from: componentId('prod', 'service', 'api'), to: componentId('prod', 'vpc', 'main') };
const evidence = (some: Partial<Evidence>): Evidence => ({
  rule: 'nickname',
  at: 'iac/prod/service/api/config.json#/network/vpc_nickname',
  matched: 'main',
  consumes: 'all',
  claim: null,
  crossesEnvironments: false,
  ...some,
});

test.each<[Partial<Evidence>, string]>([
  [{}, '`network.vpc_nickname` in iac/prod/service/api/config.json names the vpc `main`.'],
  [
    { consumes: ['vpc_id'] },
    '`network.vpc_nickname` in iac/prod/service/api/config.json names the vpc `main` and reads `vpc_id`.',
  ],
  [
    { rule: 'module', at: 'components/service/main.tf:7' },
    'The module refers to the vpc `main` in components/service/main.tf:7.',
  ],
  [
    { rule: 'convention', at: '/iac/openapi/web/runtime#12', matched: 'echo' },
    'line 12 of /iac/openapi/web/runtime names the vpc `echo` (published as `main`).',
  ],
  [
    { rule: 'value', matched: 'vpc-1', claim: 'vpc_id' },
    '`network.vpc_nickname` in iac/prod/service/api/config.json holds `vpc-1`, which is the `vpc_id` of vpc/main.',
  ],
  [{ rule: 'override', at: 'karma.conventions.json' }, 'karma.conventions.json declares this dependency.'],
])('%o', (some, words) => {
  expect(explainEvidence(evidence(some), edge)).toBe(words);
});
