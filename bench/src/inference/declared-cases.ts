import type { ComponentType } from '@karma/core';
import { type InferenceCase, trap } from './case';

const at = { file: 'components/app/main.tf', line: 7 };

function reads(
  pointer: string | null,
  targetType: string,
  consumes: 'all' | string[] = 'all',
  nickname: string | null = null,
): Partial<ComponentType> {
  return { references: [{ pointer, targetType, nickname, required: true, consumes, at }] };
}

const nicknames: InferenceCase[] = [
  ['a plain nickname', { vpc_nickname: 'main' }, 'vpc/main'],
  ['a type with dashes', { ecs_cluster_nickname: 'main' }, 'ecs-cluster/main'],
  ['a type with digits', { route53_zone_nickname: 'main' }, 'route53-zone/main'],
  ['a type with an underscore', { legacy_db_nickname: 'main' }, 'legacy_db/main'],
  ['inside a map', { network: { vpc_nickname: 'main' } }, 'vpc/main'],
  ['three deep', { functions: { seed: { network: { vpc_nickname: 'main' } } } }, 'vpc/main'],
  ['inside a list of maps', { targets: [{ vpc_nickname: 'main' }] }, 'vpc/main'],
  ['a list of nicknames', { sqs_queue_nickname: ['main'] }, 'sqs-queue/main'],
  ['a plural key', { sqs_queue_nicknames: ['main'] }, 'sqs-queue/main'],
  ['a pair of type and nickname', { src_type: 's3-bucket', src_nickname: 'main' }, 's3-bucket/main'],
  [
    'a pair inside a map',
    { source: { origin_type: 's3-bucket', origin_nickname: 'main' } },
    's3-bucket/main',
  ],
  ['a nickname with dots', { vpc_nickname: 'main.eu' }, 'vpc/main.eu'],
].map(([name, config, target]) => ({
  rule: 'nickname',
  name: String(name),
  configs: { 'app/web': Object(config), [String(target)]: {} },
  expected: [`app/web > ${target}`],
}));

const moreNicknames: InferenceCase[] = [
  {
    rule: 'nickname',
    name: 'a missing one is still drawn',
    configs: { 'app/web': { vpc_nickname: 'gone' } },
    expected: ['app/web > vpc/gone'],
  },
  {
    rule: 'nickname',
    name: 'two keys to one component',
    configs: { 'app/web': { vpc_nickname: 'a', peer: { vpc_nickname: 'a' } }, 'vpc/a': {} },
    expected: ['app/web > vpc/a'],
  },
  {
    rule: 'nickname',
    name: 'two components of one type',
    configs: { 'app/web': { a: { vpc_nickname: 'a' }, b: { vpc_nickname: 'b' } }, 'vpc/a': {}, 'vpc/b': {} },
    expected: ['app/web > vpc/a', 'app/web > vpc/b'],
  },
  {
    rule: 'nickname',
    name: 'an alias of a map of functions',
    configs: { 'app/web': { lambda_nickname: 'echo' }, 'lambda/all': { functions: { echo: {} } } },
    expected: ['app/web > lambda/all'],
  },
  {
    rule: 'nickname',
    name: 'declared before an alias',
    configs: {
      'app/web': { lambda_nickname: 'echo' },
      'lambda/echo': {},
      'lambda/all': { functions: { echo: {} } },
    },
    expected: ['app/web > lambda/echo'],
  },
  {
    rule: 'nickname',
    name: 'two producers are two possible edges',
    configs: {
      'app/web': { lambda_nickname: 'echo' },
      'lambda/a': { functions: { echo: {} } },
      'lambda/b': { functions: { echo: {} } },
    },
    expected: ['app/web > lambda/a', 'app/web > lambda/b'],
  },
  {
    rule: 'nickname',
    name: 'inherited from a parent',
    configs: {
      'app/web': { $extends: 'app/common' },
      'app/common': { vpc_nickname: 'main' },
      'vpc/main': {},
    },
    expected: ['app/web > vpc/main', 'app/common > vpc/main', 'app/web > app/common : extends'],
  },
  {
    rule: 'nickname',
    name: 'rerouted by an overlay',
    configs: {
      'app/web': { $extends: 'app/common', vpc_nickname: 'other' },
      'app/common': { vpc_nickname: 'main' },
      'vpc/main': {},
      'vpc/other': {},
    },
    expected: ['app/web > vpc/other', 'app/common > vpc/main', 'app/web > app/common : extends'],
  },
  {
    rule: 'nickname',
    name: 'removed by null',
    configs: {
      'app/web': { $extends: 'app/common', vpc_nickname: null },
      'app/common': { vpc_nickname: 'main' },
      'vpc/main': {},
    },
    expected: ['app/common > vpc/main', 'app/web > app/common : extends'],
  },
  {
    rule: 'nickname',
    name: 'same nickname in two environments',
    configs: { 'app/web': { vpc_nickname: 'main' }, 'vpc/main': {}, 'dev/vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'nickname',
    name: 'only in another environment: a ghost here',
    configs: { 'app/web': { vpc_nickname: 'main' }, 'dev/vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  trap('nickname', 'its own nickname', { configs: { 'vpc/main': { vpc_nickname: 'main' } } }),
  trap('nickname', 'inside tags', {
    configs: { 'app/web': { tags: { vpc_nickname: 'main' } }, 'vpc/main': {} },
  }),
  trap('nickname', 'null', { configs: { 'app/web': { vpc_nickname: null }, 'vpc/main': {} } }),
  trap('nickname', 'an empty text', { configs: { 'app/web': { vpc_nickname: '' }, 'vpc/main': {} } }),
  trap('nickname', 'free text', { configs: { 'app/web': { vpc_nickname: 'the main one' }, 'vpc/main': {} } }),
  trap('nickname', 'a boolean', { configs: { 'app/web': { vpc_nickname: true }, 'vpc/true': {} } }),
  trap('nickname', 'a bare nickname names no type', {
    configs: { 'app/web': { nickname: 'main' }, 'vpc/main': {} },
  }),
  trap('nickname', 'a key that only holds the word', {
    configs: { 'app/web': { nickname_prefix: 'main', vpc_nickname_suffix: 'main' }, 'vpc/main': {} },
  }),
  trap('nickname', 'equal nicknames across types', {
    configs: { 'app/main': {}, 'vpc/main': {}, 'lambda/main': {} },
  }),
];

const paths: InferenceCase[] = [
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

const modules: InferenceCase[] = [
  {
    rule: 'module',
    name: 'a key of any name',
    types: { app: reads('/network', 'vpc') },
    configs: { 'app/web': { network: 'main' }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'module',
    name: 'a key inside a map',
    types: { app: reads('/net/name', 'vpc') },
    configs: { 'app/web': { net: { name: 'main' } }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'module',
    name: 'each entry of a map',
    types: { app: reads('/functions/*/net', 'vpc') },
    configs: {
      'app/web': { functions: { a: { net: 'one' }, b: { net: 'two' } } },
      'vpc/one': {},
      'vpc/two': {},
    },
    expected: ['app/web > vpc/one', 'app/web > vpc/two'],
  },
  {
    rule: 'module',
    name: 'each item of a list',
    types: { app: reads('/networks/*', 'vpc') },
    configs: { 'app/web': { networks: ['one', 'two'] }, 'vpc/one': {}, 'vpc/two': {} },
    expected: ['app/web > vpc/one', 'app/web > vpc/two'],
  },
  {
    rule: 'module',
    name: 'named outright',
    types: { app: reads(null, 'vpc', 'all', 'main') },
    configs: { 'app/web': {}, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'module',
    name: 'an external system',
    types: { app: reads('/pay', 'external.stripe') },
    configs: { 'app/web': { pay: 'api' } },
    expected: ['app/web > external.stripe/api'],
  },
  {
    rule: 'module',
    name: 'the default of the key',
    types: {
      app: {
        ...reads('/network', 'vpc'),
        keys: [{ pointer: '/network', required: false, default: 'main', type: 'string', at: [] }],
      },
    },
    configs: { 'app/web': {}, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'module',
    name: 'an alias published by a module',
    types: { jobs: { aliases: [{ type: 'job', pointer: '/jobs', at }] }, app: reads('/job', 'job') },
    configs: { 'app/web': { job: 'nightly' }, 'jobs/all': { jobs: { nightly: {} } } },
    expected: ['app/web > jobs/all'],
  },
  {
    rule: 'module',
    name: 'a key that the nickname rule finds too',
    types: { app: reads('/vpc_nickname', 'vpc', ['vpc_id']) },
    configs: { 'app/web': { vpc_nickname: 'main' }, 'vpc/main': {} },
    expected: ['app/web > vpc/main', 'app/web > vpc/main : nickname'],
  },
  trap('module', 'the key is not set', {
    types: { app: reads('/network', 'vpc') },
    configs: { 'app/web': {}, 'vpc/main': {} },
  }),
  trap('module', 'the key of another type', {
    types: { api: reads('/network', 'vpc') },
    configs: { 'app/web': { network: 'main' }, 'vpc/main': {} },
  }),
  trap('module', 'a value that is no nickname', {
    types: { app: reads('/network', 'vpc') },
    configs: { 'app/web': { network: { cidr: '10.0.0.0/16' } }, 'vpc/main': {} },
  }),
  trap('module', 'its own name', {
    types: { vpc: reads('/peer', 'vpc') },
    configs: { 'vpc/main': { peer: 'main' } },
  }),
];

const openapi = (extra: object) => JSON.stringify({ openapi: '3.0.1', paths: { '/echo': { get: extra } } });

const conventions: InferenceCase[] = [
  {
    rule: 'convention',
    name: 'shipped: the openapi of an API',
    configs: { 'serverless-api/web': { openapi: 'web' } },
    expected: ['serverless-api/web > openapi/web'],
  },
  {
    rule: 'convention',
    name: 'a team’s own',
    conventions: { references: { 'app:/network': 'vpc' } },
    configs: { 'app/web': { network: 'main' }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'convention',
    name: 'a team’s own for any type',
    conventions: { references: { '*:/network': 'vpc' } },
    configs: { 'app/web': { network: 'main' }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'convention',
    name: 'a team’s own inside a map',
    conventions: { references: { 'app:/parts/*/net': 'vpc' } },
    configs: { 'app/web': { parts: { a: { net: 'main' } } }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'convention',
    name: 'x-lambda-nickname in a text',
    configs: { 'app/web': { body: openapi({ 'x-lambda-nickname': 'echo' }) }, 'lambda/echo': {} },
    expected: ['app/web > lambda/echo'],
  },
  {
    rule: 'convention',
    name: 'x-lambda-nickname in YAML',
    configs: {
      'app/web': { body: 'paths:\n  /echo:\n    get:\n      x-lambda-nickname: echo\n' },
      'lambda/echo': {},
    },
    expected: ['app/web > lambda/echo'],
  },
  {
    rule: 'convention',
    name: 'x-lambda-nickname in the config itself',
    configs: { 'app/web': { paths: { '/echo': { 'x-lambda-nickname': 'echo' } } }, 'lambda/echo': {} },
    expected: ['app/web > lambda/echo'],
  },
  {
    rule: 'convention',
    name: 'x-lambda-nickname in a published definition',
    configs: { 'lambda/all': { functions: { echo: {} } } },
    parameters: { '/iac/openapi/web/runtime': openapi({ 'x-lambda-nickname': 'echo' }) },
    expected: ['openapi/web > lambda/all'],
  },
  {
    rule: 'convention',
    name: 'x-lambda-nickname below a definition',
    configs: { 'lambda/echo': {} },
    parameters: { '/iac/openapi/web/text': openapi({ 'x-lambda-nickname': 'echo' }) },
    expected: ['openapi/web > lambda/echo'],
  },
  {
    rule: 'override',
    name: 'an edge that people declare',
    conventions: { edges: [{ from: 'app/web', to: 'vpc/main', verdict: 'declare' }] },
    configs: { 'app/web': {}, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  trap('override', 'an edge that people reject', {
    conventions: { edges: [{ from: 'app/web', to: 'vpc/main', verdict: 'reject' }] },
    configs: { 'app/web': { vpc_nickname: 'main' }, 'vpc/main': {} },
  }),
  trap('convention', 'openapi of another type', {
    configs: { 'app/web': { openapi: 'web' }, 'openapi/web': {} },
  }),
  trap('convention', 'openapi that is a version', {
    configs: { 'app/web': { definition: { openapi: '3.0.1' } } },
  }),
  trap('convention', 'a text that mentions the key', {
    configs: { 'app/web': { notes: 'set x-lambda-nickname to the echo function' }, 'lambda/echo': {} },
  }),
  trap('convention', 'a pointer that a team ignores', {
    conventions: { ignore: ['/legacy'] },
    configs: { 'app/web': { legacy: { vpc_nickname: 'main' } }, 'vpc/main': {} },
  }),
  {
    rule: 'extends',
    name: 'a parent in the same environment',
    configs: { 'app/web': { $extends: 'app/common' }, 'app/common': {} },
    expected: ['app/web > app/common'],
  },
  {
    rule: 'extends',
    name: 'a parent elsewhere',
    configs: { 'app/web': { $extends: 'dev/app/common' }, 'dev/app/common': {} },
    expected: ['app/web > dev/app/common'],
  },
];

export const declaredCases: readonly InferenceCase[] = [
  ...nicknames,
  ...moreNicknames,
  ...paths,
  ...modules,
  ...conventions,
];
