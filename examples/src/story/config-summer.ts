import { AMARA, INES, JONAS, PRIYA, type Step, step, TOMASZ, WEI } from './step';

/** June to September: staging, analytics, and what growth asks for. */
export const CONFIG_SUMMER: readonly Step[] = [
  step('2026-06-02T09:40', INES, 'main', 'Give staging a network of its own', {
    added: [
      'staging/vpc/main',
      'staging/s3-bucket/flow-logs',
      'staging/kms-key/data',
      'staging/iam-role/key-admin',
      'staging/iam-role/service-runtime',
      'staging/ecs-cluster/core',
      'staging/route53-zone/public',
    ],
  }),
  step('2026-06-03T11:28', TOMASZ, 'main', 'Rehearse orders in staging', {
    added: [
      'staging/rds-postgres/orders',
      'staging/sqs-queue/order-events',
      'staging/sns-topic/order-status',
      'staging/ecs-service/orders',
      'staging/s3-bucket/labels',
    ],
  }),
  step('2026-06-04T10:10', JONAS, 'main', 'Rehearse pricing and routing in staging', {
    added: ['staging/redis/quotes', 'staging/ecs-service/pricing', 'staging/ecs-service/routing'],
  }),
  step('2026-06-09T13:05', PRIYA, 'main', 'Tell customers from a service instead of a function', {
    added: ['prod/ecs-service/notifications', 'karma.conventions.json'],
  }),
  step('2026-06-11T08:50', WEI, 'feature/analytics', 'Keep a data lake', {
    added: ['prod/s3-bucket/data-lake', 'prod/s3-bucket/analytics-backups'],
  }),
  step('2026-06-11T15:31', WEI, 'feature/analytics', 'Run ClickHouse on the image that platform bakes', {
    added: ['prod/clickhouse/analytics', 'prod/ecs-cluster/batch'],
  }),
  step('2026-06-12T10:02', WEI, 'feature/analytics', 'Load scans every five minutes', {
    added: ['prod/ecs-service/analytics-loader'],
  }),
  step('2026-06-15T09:12', INES, 'main', "Merge branch 'feature/analytics'", { merged: 'feature/analytics' }),
  step('2026-06-22T14:44', TOMASZ, 'main', 'Give the orders database room for summer', {
    changed: { 'prod/rds-postgres/orders': { allocated_storage: 200, instance_class: 'db.r6g.large' } },
  }),
  step('2026-06-30T09:19', AMARA, 'main', 'Rehearse the storefront in staging', {
    added: ['staging/serverless-site/www', 'staging/ecs-service/checkout'],
  }),
  step('2026-07-06T11:47', PRIYA, 'main', 'Rehearse tracking in staging', {
    added: ['staging/lambda/tracking', 'staging/openapi/tracking', 'staging/serverless-api/tracking'],
  }),
  step('2026-07-08T16:05', JONAS, 'main', 'Quote for longer', {
    changed: { 'prod/ecs-service/pricing': { environment: { QUOTE_TTL_SECONDS: '300' } } },
  }),
  step('2026-07-14T10:54', PRIYA, 'main', 'Keep proof of delivery', {
    added: ['prod/s3-bucket/proof-of-delivery', 'prod/lambda/media'],
  }),
  step('2026-07-20T09:25', AMARA, 'dev', 'Serve the storefront in dev', {
    added: ['dev/serverless-site/www'],
  }),
  step('2026-07-23T13:33', TOMASZ, 'main', 'Scale orders out for the summer sale', {
    changed: { 'prod/ecs-service/orders': { desired_count: 4, autoscaling: { min: 2, max: 6 } } },
  }),
  step('2026-07-27T08:58', JONAS, 'main', 'Solve routes with eight threads', {
    changed: { 'prod/ecs-service/routing': { environment: { SOLVER_THREADS: '4' } } },
  }),
  step('2026-07-27T17:41', JONAS, 'main', 'Revert "Solve routes with eight threads"', {
    changed: { 'prod/ecs-service/routing': { environment: { SOLVER_THREADS: '8' } } },
  }),
  step('2026-08-04T10:16', AMARA, 'main', 'Open an API for partners', {
    added: ['prod/serverless-api/partners'],
  }),
  step('2026-08-06T14:22', AMARA, 'main', 'Send parcel.example to the storefront', {
    added: ['prod/route53-zone/parcel', 'prod/serverless-site/parcel-redirect'],
  }),
  step('2026-08-10T13:56', JONAS, 'main', 'Check addresses before a parcel is on its way', {
    added: ['prod/ecs-service/addresses', 'prod/redis/addresses'],
  }),
  step('2026-08-11T09:49', INES, 'main', 'Let a role deploy', { added: ['prod/iam-role/deployer'] }),
  step('2026-08-18T15:13', WEI, 'dev', 'Try to predict arrival times', {
    added: ['dev/ecs-service/eta-model'],
  }),
  step('2026-08-24T11:39', TOMASZ, 'feature/returns', 'Draft returns', {
    added: ['prod/ecs-service/returns-portal'],
  }),
  step('2026-08-25T10:21', TOMASZ, 'feature/returns', 'Call returns what they are', {
    renamed: { 'prod/ecs-service/returns': 'prod/ecs-service/returns-portal' },
    changed: { 'prod/ecs-service/returns': { environment: { RETURN_WINDOW_DAYS: '14' } } },
  }),
  step('2026-08-27T09:07', INES, 'main', "Merge branch 'feature/returns'", { merged: 'feature/returns' }),
  step('2026-09-01T13:18', INES, 'main', 'Alarm on the databases and the tracking page', {
    added: ['prod/cloudwatch-alarm/orders-db-cpu', 'prod/cloudwatch-alarm/track-availability'],
  }),
  step('2026-09-07T16:27', PRIYA, 'main', 'Give carriers five attempts', {
    changed: { 'prod/ecs-service/carrier-gateway': { environment: { RETRY_LIMIT: '3' } } },
  }),
  step('2026-09-14T10:45', TOMASZ, 'main', 'Remove the exports of the old shop from Git', {
    removed: ['prod/s3-bucket/legacy-exports'],
  }),
  step('2026-09-21T09:33', JONAS, 'main', 'Rehearse the pricing database in staging', {
    added: ['staging/rds-postgres/pricing'],
  }),
  step('2026-09-24T14:51', INES, 'main', 'Split the DNS of staging in public and private', {
    added: ['staging/route53-zone/private'],
  }),
];
