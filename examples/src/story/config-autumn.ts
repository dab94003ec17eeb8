import { AMARA, INES, JONAS, PRIYA, type Step, step, TOMASZ, WEI } from './step';

/** Saved by hand, in a hurry. */
const BROKEN_CONFIG = `{
  "$extends": "base/ecs-service/standard",
  "service_name": "returns",
  "image_parameter": "/iac/container-image/returns/runtime/image_uri",
  "environment": {
    "RETURN_WINDOW_DAYS": "30"
    "LOG_LEVEL": "debug"
  },
  "tags": { "Owner": "orders", "Project": "Returns" }
}
`;

/** A whole product catalogue where a config belongs. */
const HUGE_CONFIG = { title: 'Carrier catalogue', spec: 'x-service: parcel\n'.repeat(64_000) };

/** October and November: the peak season comes near. */
export const CONFIG_AUTUMN: readonly Step[] = [
  step('2026-10-01T09:22', AMARA, 'main', 'Alarm on errors at the checkout', {
    added: ['prod/cloudwatch-alarm/checkout-errors'],
  }),
  step('2026-10-05T11:03', WEI, 'dev', 'Clean scans before they are loaded', {
    added: ['dev/s3-bucket/scans-raw', 'dev/s3-bucket/scans-clean'],
  }),
  step('2026-10-06T15:55', WEI, 'dev', 'Copy the labels bucket to play with it', {
    written: { 'iac/dev/s3-bucket/labels copy/config.json': { bucket_name: 'halyard-dev-labels-copy' } },
  }),
  step('2026-10-08T10:37', PRIYA, 'main', 'Write messages to customers from templates', {
    added: [
      'staging/lambda/messages',
      'staging/sns-topic/alerts',
      'staging/cloudwatch-alarm/customer-messages',
    ],
  }),
  step('2026-10-13T09:11', TOMASZ, 'dev', 'Try returns in dev', {
    written: { 'dev/ecs-service/returns': BROKEN_CONFIG },
  }),
  step('2026-10-15T14:06', AMARA, 'main', 'Retire the cache of carts', { removed: ['prod/redis/carts'] }),
  step('2026-10-20T13:29', PRIYA, 'main', 'Rehearse the carrier catalogue in staging', {
    written: { 'staging/openapi/carrier-catalogue': HUGE_CONFIG },
  }),
  step('2026-10-22T10:58', JONAS, 'main', 'Evict the least recently used quotes', {
    changed: { 'prod/redis/quotes': { max_memory_policy: 'noeviction' } },
  }),
  step('2026-10-26T16:12', WEI, 'dev', 'Play with the conventions', {
    written: { 'karma.conventions.json': { references: { 'ecs-service:/model': 'model' }, rejected: [] } },
  }),
  step('2026-11-02T09:44', INES, 'main', 'Keep flow logs for ninety days', {
    changed: { 'prod/s3-bucket/flow-logs': { lifecycle: { expiration_days: 30 } } },
  }),
  step('2026-11-04T11:21', TOMASZ, 'feature/peak', 'Give the orders database room for the peak', {
    changed: { 'prod/rds-postgres/orders': { allocated_storage: 300, multi_az: false } },
  }),
  step('2026-11-05T10:34', TOMASZ, 'feature/peak', 'Run six orders services at least', {
    changed: { 'prod/ecs-service/orders': { desired_count: 5, cpu: 512, memory: 1024 } },
  }),
  step('2026-11-09T09:02', INES, 'main', "Merge branch 'feature/peak'", { merged: 'feature/peak' }),
  step('2026-11-10T15:20', INES, 'main', 'Hold databases, buckets and services to what we agreed', {
    changed: { 'karma.conventions.json': { assertions: null } },
  }),
  step('2026-11-11T13:47', AMARA, 'main', 'Check out with four services', {
    changed: { 'prod/ecs-service/checkout': { desired_count: 2 } },
  }),
  step('2026-11-13T15:26', INES, 'main', 'Give dead letters two weeks', {
    changed: { 'prod/sqs-queue/dead-letters': { message_retention_seconds: 345600 } },
  }),
  step('2026-11-16T10:09', JONAS, 'main', 'Quote prices from four services', {
    changed: { 'prod/ecs-service/pricing': { desired_count: 3 } },
  }),
  step('2026-11-18T14:31', PRIYA, 'main', 'Print fifty labels at once, on a whole core', {
    changed: { 'prod/ecs-service/label-printer': { cpu: null, environment: { BATCH_SIZE: '20' } } },
  }),
  step('2026-11-19T16:40', INES, 'main', 'Keep three sessions of snapshots more', {
    changed: { 'prod/redis/sessions': { snapshot_retention_days: 2 } },
  }),
];
