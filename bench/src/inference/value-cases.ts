import { type InferenceCase, trap } from './case';

const VPC = 'vpc-0a1b2c3d4e5f60718';
const ARN = 'arn:aws:sqs:eu-west-1:111111111111:orders';
const QUEUE = 'https://sqs.eu-west-1.amazonaws.com/111111111111/orders';
const zone = { 'route53-zone/main': { zone_name: 'example.com.' } };

const identifying: InferenceCase[] = [
  ['the type in the key', 'route53_zone_name', 'example.com.'],
  ['without the final dot', 'route53_zone_name', 'example.com'],
  ['in capitals', 'route53_zone_name', 'Example.COM'],
  ['the identifying key itself', 'zone_name', 'example.com'],
  ['words before the identifying key', 'parent_zone_name', 'example.com'],
  ['a word that conventions give the type', 'hosted_zone', 'example.com'],
].map(([name, key, value]) => ({
  rule: 'value',
  name: `identifying key: ${name}`,
  configs: { ...zone, 'app/web': { [String(key)]: value } },
  expected: ['app/web > route53-zone/main'],
}));

const created: InferenceCase[] = [
  ['an AWS id', { network: VPC }, 'vpc/main', { vpc_id: VPC }],
  ['an AWS id in a list', { networks: [VPC] }, 'vpc/main', { vpc_id: VPC }],
  [
    'one id of a list of outputs',
    { subnet: 'subnet-0a1b2c3d4e5f60718' },
    'vpc/main',
    { subnet_ids: ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719'] },
  ],
  [
    'a hosted zone id',
    { dns: 'Z0123456789ABCDEFGHIJ' },
    'route53-zone/main',
    { zone_id: 'Z0123456789ABCDEFGHIJ' },
  ],
  [
    'a user pool id',
    { users: 'eu-west-1_AbCdEf123' },
    'cognito/main',
    { user_pool_id: 'eu-west-1_AbCdEf123' },
  ],
  ['an ARN', { target: ARN }, 'sqs-queue/orders', { queue_arn: ARN }],
  ['an ARN as a variable', { variables: { TARGET: ARN } }, 'sqs-queue/orders', { arn: ARN }],
  ['an endpoint URL', { target: QUEUE }, 'sqs-queue/orders', { queue_url: QUEUE }],
  ['an endpoint URL with a final slash', { target: `${QUEUE}/` }, 'sqs-queue/orders', { queue_url: QUEUE }],
  [
    'an AWS host',
    { db: 'orders.abc.eu-west-1.rds.amazonaws.com' },
    'rds/orders',
    { endpoint: 'orders.abc.eu-west-1.rds.amazonaws.com' },
  ],
  [
    'an AWS host with a port',
    { db: 'orders.abc.eu-west-1.rds.amazonaws.com:5432' },
    'rds/orders',
    { endpoint: 'orders.abc.eu-west-1.rds.amazonaws.com:5432' },
  ],
  [
    'a name, the key names the output',
    { cluster_name: 'acme-prod-blue' },
    'ecs/blue',
    { cluster_name: 'acme-prod-blue' },
  ],
  [
    'a name, the key names the type',
    { ecs_cluster_name: 'acme-prod-blue' },
    'ecs-cluster/blue',
    { name_tag: 'x', cluster_name: 'acme-prod-blue' },
  ],
].map(([name, config, provider, outputs]) => ({
  rule: 'value',
  name: `created output: ${name}`,
  configs: { 'app/web': Object(config), [String(provider)]: {} },
  parameters: { [`/iac/${provider}/runtime`]: outputs },
  expected: [`app/web > ${provider}`],
}));

const special: InferenceCase[] = [
  {
    rule: 'value',
    name: 'a split output',
    configs: { 'app/web': { network: VPC }, 'vpc/main': {} },
    parameters: { '/iac/vpc/main/runtime/vpc_id': VPC },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'value',
    name: 'an ARN may cross environments',
    configs: { 'app/web': { target: ARN }, 'dev/sqs-queue/orders': {} },
    devParameters: { '/iac/sqs-queue/orders/runtime': { arn: ARN } },
    expected: ['app/web > dev/sqs-queue/orders'],
  },
  {
    rule: 'value',
    name: 'claimed twice: the key names one type',
    configs: { ...zone, 'serverless-site/main': {}, 'app/web': { route53_zone_name: 'example.com' } },
    parameters: { '/iac/serverless-site/main/runtime': { custom_domain: 'example.com' } },
    expected: ['app/web > route53-zone/main'],
  },
  {
    rule: 'value',
    name: 'an output that only echoes its config',
    configs: {
      ...zone,
      'serverless-site/main': { site_name: 'example.com' },
      'app/web': { route53_zone_name: 'example.com' },
    },
    parameters: { '/iac/serverless-site/main/runtime': { custom_domain: 'example.com' } },
    expected: ['app/web > route53-zone/main'],
  },
  {
    rule: 'value',
    name: 'passed on by another',
    configs: { 'app/web': { network: VPC }, 'vpc/main': {}, 'eks/main': {} },
    parameters: { '/iac/vpc/main/runtime': { vpc_id: VPC }, '/iac/eks/main/runtime': { vpc_id: VPC } },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'value',
    name: 'a bucket by its name',
    configs: { 'app/web': { log_bucket_name: 'acme-logs' }, 's3-bucket/logs': { bucket_name: 'acme-logs' } },
    expected: ['app/web > s3-bucket/logs'],
  },
  {
    rule: 'value',
    name: 'an identifying key of a team',
    conventions: { identifyingKeys: { mesh: ['/mesh_name'] } },
    configs: { 'app/web': { mesh_name: 'blue-mesh' }, 'mesh/blue': { mesh_name: 'blue-mesh' } },
    expected: ['app/web > mesh/blue'],
  },
  {
    rule: 'value',
    name: 'an external system’s URL',
    configs: { 'app/web': { target: 'https://api.stripe.test/v1' } },
    parameters: { '/external/stripe/api/runtime': { url: 'https://api.stripe.test/v1' } },
    expected: ['app/web > external.stripe/api'],
  },
];

/** A key and a value that a provider publishes under the same key, and that means nothing. */
const common: InferenceCase[] = [
  ['a boolean', 'public_endpoint', 'true'],
  ['a port', 'database_endpoint', '5432'],
  ['a region', 'replica_id', 'eu-west-1'],
  ['an availability zone', 'subnet_zone', 'eu-west-1a'],
  ['a version', 'engine_id', '15.4'],
  ['a version with v', 'release_name', 'v1.2.3'],
  ['a runtime', 'runtime_name', 'python3.12'],
  ['a Node runtime', 'runtime_name', 'nodejs20.x'],
  ['a CIDR', 'network_address', '10.0.0.0/16'],
  ['an address', 'network_address', '10.0.0.1'],
  ['an account id', 'account_id', '111111111111'],
  ['an account id under another key', 'owner_account_id', '111111111111'],
  ['an owner', 'owner', 'payments'],
  ['a project', 'project_name', 'checkout'],
  ['a stage', 'stage_name', 'production'],
  ['an API name', 'api_name', 'orders-api'],
  ['an environment', 'environment', 'production'],
  ['a team', 'team_name', 'payments'],
  ['free text', 'display_name', 'the orders of all shops'],
  ['a size', 'instance_type', 't3.medium'],
  ['a log level', 'log_level', 'information'],
  ['an engine', 'engine', 'postgres'],
  ['a mail address', 'contact_address', 'ops@example.com'],
  ['a date', 'created_id', '2026-01-01'],
  ['a bare name', 'name', 'orders-blue'],
  ['a bare id', 'id', 'orders-blue'],
].map(([name, key, value]) =>
  trap('value', `${name}, published and configured`, {
    configs: { 'app/web': { [String(key)]: value }, 'thing/main': {} },
    parameters: { '/iac/thing/main/runtime': { [String(key)]: value } },
  }),
);

const traps: InferenceCase[] = [
  trap('value', 'tags', {
    configs: { 'app/web': { tags: { Zone: 'example.com', zone_name: 'example.com' } }, ...zone },
  }),
  trap('value', 'a key that names neither type nor key', {
    configs: { 'app/web': { site_name: 'example.com' }, ...zone },
  }),
  trap('value', 'a list of aliases of the same domain', {
    configs: { 'app/web': { domain_aliases: ['example.com', 'www.example.com'] }, ...zone },
  }),
  trap('value', 'a subdomain', { configs: { 'app/web': { route53_zone_name: 'www.example.com' }, ...zone } }),
  trap('value', 'identifying keys never consume', {
    configs: {
      'route53-zone/a': { zone_name: 'example.com' },
      'route53-zone/b': { zone_name: 'example.com.' },
    },
  }),
  trap('value', 'claimed twice', {
    configs: {
      'app/web': { zone_name: 'example.com' },
      'route53-zone/a': { zone_name: 'example.com' },
      'route53-zone/b': { zone_name: 'example.com.' },
    },
  }),
  trap('value', 'an ARN claimed twice', {
    configs: { 'app/web': { target: ARN }, 'sqs-queue/a': {}, 'sqs-queue/b': {} },
    parameters: { '/iac/sqs-queue/a/runtime': { arn: ARN }, '/iac/sqs-queue/b/runtime': { arn: ARN } },
  }),
  trap('value', 'an echo of the config', {
    configs: { 'app/web': { network: VPC }, 'eks/main': { network: VPC } },
    parameters: { '/iac/eks/main/runtime': { vpc_id: VPC } },
  }),
  trap('value', 'an echo of a default', {
    types: {
      thing: {
        keys: [{ pointer: '/bucket', required: false, default: 'acme-shared', type: 'string', at: [] }],
      },
    },
    configs: { 'app/web': { upload_bucket: 'acme-shared' }, 'thing/main': {} },
    parameters: { '/iac/thing/main/runtime': { upload_bucket: 'acme-shared' } },
  }),
  trap('value', 'its own output', {
    configs: { 'vpc/main': { reuse: VPC } },
    parameters: { '/iac/vpc/main/runtime': { vpc_id: VPC } },
  }),
  trap('value', 'a name in another environment', {
    configs: {
      'app/web': { route53_zone_name: 'example.com' },
      'dev/route53-zone/main': { zone_name: 'example.com' },
    },
  }),
  trap('value', 'an URL in another environment', {
    configs: { 'app/web': { target: QUEUE }, 'dev/sqs-queue/orders': {} },
    devParameters: { '/iac/sqs-queue/orders/runtime': { url: QUEUE } },
  }),
  trap('value', 'parameters below another prefix', {
    configs: { 'app/web': { network: VPC }, 'vpc/main': {} },
    parameters: { '/other/vpc/main/runtime': { vpc_id: VPC } },
  }),
  trap('value', 'an id inside a longer text', {
    configs: { 'app/web': { comment: `replaces ${VPC} of last year` }, 'vpc/main': {} },
    parameters: { '/iac/vpc/main/runtime': { vpc_id: VPC } },
  }),
  trap('value', 'names shared across types', {
    configs: {
      'sqs-queue/orders': { queue_name: 'orders' },
      'sns-topic/orders': { topic_name: 'orders' },
      'dynamodb-table/orders': { table_name: 'orders' },
      'serverless-api/orders': { api_name: 'orders' },
    },
  }),
  trap('value', 'tags that a provider publishes', {
    configs: { 'app/web': { cost_bucket: 'blue-team' }, 'thing/main': {} },
    parameters: { '/iac/thing/main/runtime': { tags: { cost_bucket: 'blue-team' } } },
  }),
  trap('value', 'a value in `base`-like inheritance only', {
    configs: { 'app/web': { $extends: 'dev/app/none', route53_zone_name: 'nowhere.example' }, ...zone },
    conventions: { edges: [{ from: 'app/web', to: 'dev/app/none', verdict: 'reject' }] },
  }),
  trap('value', 'an AWS managed policy', {
    configs: {
      'iam-role/a': { policy: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      'iam-role/b': { policy: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    },
  }),
];

export const valueCases: readonly InferenceCase[] = [
  ...identifying,
  ...created,
  ...special,
  ...common,
  ...traps,
];
