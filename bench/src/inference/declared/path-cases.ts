import { type InferenceCase, trap } from '../case';

export const pathCases: readonly InferenceCase[] = [
  {
    rule: 'path',
    name: 'all outputs',
    configs: { 'app/web': { network: '/iac/vpc/main/runtime' }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'path',
    name: 'one output',
    configs: { 'app/web': { network: '/iac/vpc/main/runtime/vpc_id' }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'path',
    name: 'the config parameter',
    configs: { 'app/web': { network: '/iac/vpc/main/config' }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'path',
    name: 'in a list',
    configs: { 'app/web': { inputs: ['/iac/vpc/main/runtime'] }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'path',
    name: 'in a map of variables',
    configs: { 'app/web': { variables: { VPC: '/iac/vpc/main/runtime' } }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'path',
    name: 'a missing one is still drawn',
    configs: { 'app/web': { network: '/iac/vpc/gone/runtime' } },
    expected: ['app/web > vpc/gone'],
  },
  {
    rule: 'path',
    name: 'an external system',
    configs: { 'app/web': { pay: '/external/stripe/api/runtime' } },
    parameters: { '/external/stripe/api/runtime': { url: 'https://api.stripe.test' } },
    expected: ['app/web > external.stripe/api'],
  },
  {
    rule: 'path',
    name: 'one output of an external system',
    configs: { 'app/web': { pay: '/external/stripe/api/runtime/url' } },
    expected: ['app/web > external.stripe/api'],
  },
  {
    rule: 'path',
    name: 'another prefix, configured',
    prefix: '/acme',
    configs: { 'app/web': { network: '/acme/vpc/main/runtime' }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'path',
    name: 'an alias',
    configs: { 'app/web': { fn: '/iac/lambda/echo/runtime/arn' }, 'lambda/all': { functions: { echo: {} } } },
    expected: ['app/web > lambda/all'],
  },
  {
    rule: 'path',
    name: 'a nickname key that holds a path',
    configs: { 'app/web': { vpc_nickname: '/iac/vpc/main/runtime' }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'path',
    name: 'something that only runs',
    configs: { 'app/web': { image: '/iac/image/base/runtime' } },
    parameters: { '/iac/image/base/runtime': { tag: 'x' } },
    expected: ['app/web > image/base'],
  },
  trap('path', 'another prefix', {
    configs: { 'app/web': { network: '/other/vpc/main/runtime' }, 'vpc/main': {} },
  }),
  trap('path', 'the default prefix where another is configured', {
    prefix: '/acme',
    configs: { 'app/web': { network: '/iac/vpc/main/runtime' }, 'vpc/main': {} },
  }),
  trap('path', 'a longer prefix', {
    configs: { 'app/web': { network: '/iacs/vpc/main/runtime' }, 'vpc/main': {} },
  }),
  trap('path', 'an auxiliary parameter', {
    configs: { 'app/web': { ami: '/iac/clickhouse/ami/base' }, 'clickhouse/ami': {} },
    parameters: { '/iac/clickhouse/ami/base': 'ami-0123456789abcdef0' },
  }),
  trap('path', 'the binding of the account', { configs: { 'app/web': { binding: '/iac/environment' } } }),
  trap('path', 'a path of an URL', {
    configs: { 'app/web': { route: '/vpc/main/runtime' }, 'vpc/main': {} },
  }),
  trap('path', 'inside a sentence', {
    configs: { 'app/web': { description: 'reads /iac/vpc/main/runtime at start' }, 'vpc/main': {} },
  }),
  trap('path', 'its own path', { configs: { 'vpc/main': { published: '/iac/vpc/main/runtime' } } }),
  trap('path', 'inside tags', {
    configs: { 'app/web': { tags: { source: '/iac/vpc/main/runtime' } }, 'vpc/main': {} },
  }),
  trap('path', 'names that leave their folder', {
    configs: { 'app/web': { network: '/iac/vpc/../runtime' } },
  }),
];
