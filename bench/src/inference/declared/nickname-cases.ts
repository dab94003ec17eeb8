import { type InferenceCase, trap } from '../case';

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

export const nicknameCases: readonly InferenceCase[] = [
  ...nicknames,
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
