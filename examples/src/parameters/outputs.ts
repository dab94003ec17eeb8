import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Account } from './placements';

/** What Terraform reports of one component, deterministic: the same every time. */
export interface Deployed {
  readonly account: Account;
  readonly type: string;
  readonly nickname: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** How often it was deployed, from 1. */
  readonly serial: number;
}

export type Outputs = Readonly<Record<string, string | number | readonly string[] | null>>;

const hex = (length: number, ...seed: readonly string[]) =>
  createHash('sha256').update(seed.join('/')).digest('hex').slice(0, length);

const id = ({ account, type, nickname }: Deployed, prefix: string, salt = '') =>
  `${prefix}-${hex(17, account.account, type, nickname, salt)}`;

const arn = ({ account }: Deployed, service: string, rest: string) =>
  `arn:aws:${service}:${account.region}:${account.account}:${rest}`;

const text = (deployed: Deployed, key: string) => z.string().catch('').parse(deployed.config[key]);
const keys = (deployed: Deployed, key: string) =>
  Object.keys(z.record(z.string(), z.unknown()).catch({}).parse(deployed.config[key]));

/** Host part that AWS makes up for a resource of an account. */
const host = (deployed: Deployed) => hex(12, deployed.account.account, deployed.type);

const OUTPUTS: Readonly<Record<string, (deployed: Deployed) => Outputs>> = {
  vpc: (it) => ({
    vpc_id: id(it, 'vpc'),
    cidr_block: text(it, 'cidr_block'),
    public_subnet_ids: keys(it, 'public_subnets').map((zone) => id(it, 'subnet', `public ${zone}`)),
    private_subnet_ids: keys(it, 'private_subnets').map((zone) => id(it, 'subnet', `private ${zone}`)),
    default_security_group_id: id(it, 'sg'),
  }),
  'route53-zone': (it) => ({
    zone_id: `Z${hex(18, it.account.account, it.nickname).toUpperCase()}`,
    zone_name: text(it, 'zone_name').replace(/\.$/, ''),
    name_servers: [1, 2, 3, 4].map((n) => `ns-${n * 317}.awsdns-${n * 11}.example`),
  }),
  'kms-key': (it) => {
    const key = hex(32, it.account.account, it.nickname).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    return {
      key_id: key,
      key_arn: arn(it, 'kms', `key/${key}`),
      alias_arn: arn(it, 'kms', `alias/${text(it, 'alias')}`),
    };
  },
  'iam-role': (it) => ({
    role_name: text(it, 'role_name'),
    role_arn: `arn:aws:iam::${it.account.account}:role/${text(it, 'role_name')}`,
  }),
  's3-bucket': (it) => {
    const name = text(it, 'bucket_name');
    return {
      bucket_name: name,
      bucket_arn: `arn:aws:s3:::${name}`,
      bucket_domain_name: `${name}.s3.${it.account.region}.amazonaws.com`,
    };
  },
  'ecs-cluster': (it) => ({
    cluster_name: text(it, 'cluster_name'),
    cluster_arn: arn(it, 'ecs', `cluster/${text(it, 'cluster_name')}`),
    namespace_id: id(it, 'ns'),
  }),
  'ecs-service': (it) => ({
    service_name: text(it, 'service_name'),
    service_arn: arn(it, 'ecs', `service/${text(it, 'service_name')}`),
    cpu: z.number().catch(256).parse(it.config.cpu),
    security_group_id: id(it, 'sg'),
    endpoint: `https://${text(it, 'service_name')}.${it.account.environment === 'prod' ? '' : `${it.account.environment}.`}halyard-core.internal`,
  }),
  redis: (it) => {
    const domain = `${host(it)}.cache.${it.account.region}.amazonaws.example`;
    return {
      primary_endpoint: `primary.${text(it, 'cluster_id')}.${domain}`,
      reader_endpoint: `replica.${text(it, 'cluster_id')}.${domain}`,
      port: 6379,
    };
  },
  'dynamodb-table': (it) => ({
    table_name: text(it, 'table_name'),
    table_arn: arn(it, 'dynamodb', `table/${text(it, 'table_name')}`),
    stream_arn:
      it.config.stream === true ? arn(it, 'dynamodb', `table/${text(it, 'table_name')}/stream/1`) : null,
  }),
  'sqs-queue': (it) => ({
    queue_name: text(it, 'queue_name'),
    queue_url: `https://sqs.${it.account.region}.amazonaws.com/${it.account.account}/${text(it, 'queue_name')}`,
    queue_arn: arn(it, 'sqs', text(it, 'queue_name')),
  }),
  'sns-topic': (it) => ({
    topic_name: text(it, 'topic_name'),
    topic_arn: arn(it, 'sns', text(it, 'topic_name')),
  }),
  openapi: (it) => ({
    spec_uri: `s3://halyard-api-descriptions/${it.nickname}.yaml`,
    etag: hex(32, text(it, 'spec')),
  }),
  'serverless-api': (it) => ({
    api_id: hex(10, it.account.account, it.nickname),
    api_endpoint: `https://${hex(10, it.account.account, it.nickname)}.execute-api.${it.account.region}.amazonaws.com`,
    custom_domain: text(it, 'domain_name'),
  }),
  'serverless-site': (it) => ({
    bucket_name: `${text(it, 'content_bucket_prefix')}-${hex(8, it.nickname)}`,
    distribution_id: `E${hex(13, it.account.account, it.nickname).toUpperCase()}`,
    cloudfront_url: `https://d${hex(13, it.nickname, it.account.account)}.cloudfront.example`,
    custom_domain: text(it, 'site_name'),
  }),
  'cloudwatch-alarm': (it) => ({ alarm_arn: arn(it, 'cloudwatch', `alarm:${text(it, 'alarm_name')}`) }),
  clickhouse: (it) => ({
    instance_id: id(it, 'i', String(it.serial)),
    private_ip: '10.20.10.87',
    endpoint: `https://ip-10-20-10-87.${it.account.region}.compute.internal:8443`,
  }),
};

/** Outputs published as one JSON parameter; `undefined` for types that split them. */
export function outputsOf(deployed: Deployed): Outputs | undefined {
  return OUTPUTS[deployed.type]?.(deployed);
}

/** `lambda`: each function publishes under its own name. */
export function functionOutputs(deployed: Deployed): ReadonlyMap<string, Outputs> {
  return new Map(
    keys(deployed, 'functions').map((name) => [
      name,
      {
        function_name: name,
        function_arn: arn(deployed, 'lambda', `function:${name}`),
        version: deployed.serial,
      },
    ]),
  );
}

/** `rds-postgres`: one parameter for each output; the password has no value here. */
export function splitOutputs(
  deployed: Deployed,
): Readonly<Record<string, string | readonly string[] | null>> {
  const identifier = text(deployed, 'identifier');
  return {
    endpoint: `${identifier}.${host(deployed)}.${deployed.account.region}.rds.amazonaws.com`,
    port: '5432',
    database_arn: arn(deployed, 'rds', `db:${identifier}`),
    subnet_ids: ['a', 'b', 'c'].map((zone) => `subnet-${hex(17, deployed.account.account, zone)}`),
    password: null,
  };
}
