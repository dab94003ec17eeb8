import { AMARA, INES, JONAS, PRIYA, type Step, step, TOMASZ } from './step';

/** March to May: the network, the first services, one account for each environment. */
export const CONFIG_SPRING: readonly Step[] = [
  step('2026-03-02T09:14', INES, 'main', 'Bind the production, staging and dev accounts', {
    added: [
      'account_environments/halyard-prod-eu.json',
      'account_environments/halyard-staging.json',
      'account_environments/halyard-dev.json',
    ],
  }),
  step('2026-03-02T10:41', INES, 'main', 'Encrypt data at rest with a key of our own', {
    added: ['prod/kms-key/data', 'prod/iam-role/key-admin'],
  }),
  step('2026-03-03T08:55', INES, 'main', 'Lay out the production network', {
    added: ['prod/vpc/main', 'prod/s3-bucket/flow-logs', 'base/s3-bucket/private'],
  }),
  step('2026-03-04T13:20', INES, 'main', 'Host halyard.example ourselves', {
    added: ['prod/route53-zone/halyard'],
  }),
  step('2026-03-05T15:02', INES, 'main', 'Run containers on Fargate', {
    added: ['prod/ecs-cluster/core', 'prod/iam-role/service-runtime', 'base/ecs-service/standard'],
  }),
  step('2026-03-09T09:30', TOMASZ, 'feature/orders', 'Add the orders database', {
    added: ['base/rds-postgres/standard', 'prod/rds-postgres/orders'],
  }),
  step('2026-03-09T14:48', TOMASZ, 'feature/orders', 'Add order events and who hears of them', {
    added: ['prod/sqs-queue/order-events', 'prod/sns-topic/order-status', 'prod/dynamodb-table/idempotency'],
    written: {
      'prod/sqs-queue/labels': { queue_name: 'halyard-prod-label-jobs', tags: { Owner: 'orders' } },
    },
  }),
  step('2026-03-10T11:05', TOMASZ, 'feature/orders', 'Run the orders service', {
    added: ['prod/ecs-service/orders'],
  }),
  step('2026-03-11T10:00', INES, 'main', "Merge branch 'feature/orders'", { merged: 'feature/orders' }),
  step('2026-03-12T09:17', PRIYA, 'main', 'Keep what depots scan', {
    added: ['prod/dynamodb-table/tracking-events', 'prod/sqs-queue/carrier-webhooks'],
  }),
  step('2026-03-16T16:33', PRIYA, 'main', 'Answer where a parcel is', {
    added: ['prod/lambda/tracking', 'prod/openapi/tracking', 'prod/serverless-api/tracking'],
  }),
  step('2026-03-18T08:45', TOMASZ, 'main', 'Call the label queue after its jobs', {
    removed: ['prod/sqs-queue/labels'],
    added: ['prod/sqs-queue/label-jobs'],
  }),
  step('2026-03-19T10:12', INES, 'dev', 'Give dev a network of its own', {
    added: ['dev/vpc/main', 'dev/s3-bucket/flow-logs', 'dev/kms-key/data', 'dev/iam-role/key-admin'],
  }),
  step('2026-03-19T11:26', INES, 'dev', 'Run containers in dev', {
    added: ['dev/ecs-cluster/core', 'dev/iam-role/service-runtime', 'dev/route53-zone/dev'],
  }),
  step('2026-03-24T14:09', JONAS, 'main', 'Quote prices from a service of their own', {
    added: ['prod/rds-postgres/pricing', 'prod/redis/quotes', 'prod/ecs-service/pricing'],
  }),
  step('2026-03-25T09:51', JONAS, 'main', 'Plan routes through the network', {
    added: ['prod/ecs-service/routing'],
  }),
  step('2026-03-30T13:37', PRIYA, 'main', 'Talk to carriers through one gateway', {
    added: ['prod/ecs-service/carrier-gateway'],
  }),
  step('2026-04-01T15:44', AMARA, 'main', 'Keep accounts and sessions', {
    added: ['prod/rds-postgres/identity', 'prod/redis/sessions', 'prod/ecs-service/identity'],
  }),
  step('2026-04-07T09:08', AMARA, 'feature/storefront', 'Serve the storefront from the edge', {
    added: ['prod/serverless-site/www'],
  }),
  step('2026-04-07T16:20', AMARA, 'feature/storefront', 'Let customers follow their parcel', {
    renamed: { 'prod/serverless-site/track': 'prod/serverless-site/tracking-page' },
  }),
  step('2026-04-07T14:20', AMARA, 'feature/storefront', 'Draft the tracking page', {
    added: ['prod/serverless-site/tracking-page'],
  }),
  step('2026-04-09T10:31', INES, 'main', "Merge branch 'feature/storefront'", {
    merged: 'feature/storefront',
  }),
  step('2026-04-13T11:11', TOMASZ, 'dev', 'Try orders in dev', {
    added: ['dev/rds-postgres/orders', 'dev/sqs-queue/order-events', 'dev/sns-topic/order-status'],
  }),
  step('2026-04-13T13:52', TOMASZ, 'dev', 'Run orders and pricing in dev', {
    added: ['dev/ecs-service/orders', 'dev/ecs-service/pricing', 'dev/s3-bucket/labels'],
  }),
  step('2026-04-20T08:29', AMARA, 'main', 'Check out carts in a service of their own', {
    added: ['prod/ecs-service/checkout'],
    written: {
      'prod/redis/carts': {
        cluster_id: 'halyard-prod-carts',
        description: 'Cache for carts',
        node_type: 'cache.t4g.medium',
        vpc_nickname: 'main',
        tags: { Owner: 'web', Project: 'Checkout', CostCenter: 'CC-3100' },
      },
    },
  }),
  step('2026-04-22T12:40', TOMASZ, 'main', 'Print labels', {
    added: ['prod/s3-bucket/labels', 'prod/ecs-service/label-printer'],
    written: {
      'prod/s3-bucket/legacy-exports': {
        bucket_name: 'halyard-prod-legacy-exports',
        versioning: false,
        tags: { Owner: 'orders', Project: 'Migration', CostCenter: 'CC-2100' },
      },
    },
  }),
  step('2026-04-28T09:36', INES, 'main', 'Page somebody when it burns', {
    added: ['prod/sns-topic/alerts', 'base/cloudwatch-alarm/page', 'prod/cloudwatch-alarm/orders-latency'],
  }),
  step('2026-05-04T10:22', INES, 'main', 'Collect dead letters in one queue', {
    added: ['prod/sqs-queue/dead-letters', 'prod/cloudwatch-alarm/dead-letters'],
    changed: {
      'prod/sqs-queue/order-events': { dead_letter_queue: null, max_receive_count: null },
      'prod/sqs-queue/carrier-webhooks': { dead_letter_queue: null, max_receive_count: null },
    },
  }),
  step('2026-05-11T14:15', PRIYA, 'dev', 'Try tracking in dev', {
    added: ['dev/dynamodb-table/tracking-events', 'dev/lambda/tracking'],
  }),
  step('2026-05-18T15:58', INES, 'main', 'Open a second production account in the United States', {
    added: ['account_environments/halyard-prod-us.json'],
  }),
  step('2026-05-26T09:03', INES, 'main', "Merge branch 'dev'", { merged: 'dev' }),
];
