import { AMARA, type Person, TOMASZ } from '../story/step';
import { type Account, DEV, PROD_EU, PROD_US, STAGING } from './placements';

/** What did not go as the pipeline wants it: where each kind of drift in the example comes from. */
export type Incident = { readonly account: Account; readonly component: string } & (
  | { readonly kind: 'never-published' }
  /** The last so many configs never reached Parameter Store. */
  | { readonly kind: 'not-published'; readonly last: number }
  /** The last so many published configs were not applied. */
  | { readonly kind: 'not-deployed'; readonly last: number }
  /** Somebody changed the config parameter in the console. */
  | { readonly kind: 'by-hand'; readonly at: string; readonly by: Person; readonly patch: unknown }
  /** Terraform replaced the resource: the outputs changed, those who read them were not deployed again. */
  | { readonly kind: 'replaced'; readonly at: string; readonly outputs: Readonly<Record<string, string>> }
);

const ALL = Number.POSITIVE_INFINITY;

export const INCIDENTS: readonly Incident[] = [
  { account: PROD_EU, component: 'redis/sessions', kind: 'not-published', last: 1 },
  { account: PROD_US, component: 'redis/sessions', kind: 'not-published', last: 1 },
  { account: PROD_US, component: 'ecs-service/checkout', kind: 'not-published', last: 1 },
  { account: PROD_EU, component: 'ecs-service/label-printer', kind: 'not-deployed', last: 1 },
  { account: PROD_EU, component: 'serverless-api/partners', kind: 'not-deployed', last: ALL },
  { account: PROD_EU, component: 'iam-role/deployer', kind: 'never-published' },
  { account: PROD_EU, component: 'serverless-site/parcel-redirect', kind: 'never-published' },
  { account: PROD_EU, component: 'route53-zone/parcel', kind: 'not-deployed', last: ALL },
  {
    account: PROD_EU,
    component: 'ecs-service/orders',
    kind: 'by-hand',
    at: '2026-11-17T21:48:00.000Z',
    by: TOMASZ,
    patch: { desired_count: 9, environment: { LOG_LEVEL: 'debug' } },
  },
  {
    account: PROD_US,
    component: 'ecs-service/identity',
    kind: 'by-hand',
    at: '2026-11-12T03:15:00.000Z',
    by: AMARA,
    patch: { environment: { SESSION_TTL_SECONDS: '86400' } },
  },
  {
    account: PROD_EU,
    component: 'redis/quotes',
    kind: 'replaced',
    at: '2026-11-17T05:02:00.000Z',
    outputs: {
      primary_endpoint: 'primary.halyard-prod-quotes.b71c2f09d4aa.cache.eu-west-1.amazonaws.example',
    },
  },
  { account: STAGING, component: 'rds-postgres/pricing', kind: 'not-deployed', last: ALL },
  { account: STAGING, component: 'lambda/messages', kind: 'not-deployed', last: ALL },
  { account: STAGING, component: 'serverless-site/www', kind: 'not-deployed', last: ALL },
  { account: STAGING, component: 'cloudwatch-alarm/customer-messages', kind: 'never-published' },
  { account: STAGING, component: 'sns-topic/alerts', kind: 'never-published' },
  { account: DEV, component: 's3-bucket/labels', kind: 'never-published' },
  { account: DEV, component: 'serverless-site/www', kind: 'never-published' },
  { account: DEV, component: 'lambda/tracking', kind: 'not-deployed', last: ALL },
];

/** What the second production account carries: it runs the core, the rest stays in Europe. */
export const CARRIED_BY_US: ReadonlySet<string> = new Set([
  'vpc/main',
  'iam-role/key-admin',
  'iam-role/service-runtime',
  'kms-key/data',
  's3-bucket/flow-logs',
  's3-bucket/labels',
  's3-bucket/data-lake',
  'ecs-cluster/core',
  'rds-postgres/orders',
  'rds-postgres/pricing',
  'rds-postgres/identity',
  'redis/sessions',
  'redis/quotes',
  'dynamodb-table/tracking-events',
  'dynamodb-table/idempotency',
  'sqs-queue/dead-letters',
  'sqs-queue/order-events',
  'sqs-queue/label-jobs',
  'sqs-queue/carrier-webhooks',
  'sns-topic/order-status',
  'sns-topic/alerts',
  'ecs-service/orders',
  'ecs-service/pricing',
  'ecs-service/identity',
  'ecs-service/routing',
  'ecs-service/carrier-gateway',
  'ecs-service/checkout',
  'lambda/tracking',
]);

/** Gone from Git, still published: nobody cleaned up. */
export const LEFT_BEHIND: ReadonlySet<string> = new Set(['s3-bucket/legacy-exports']);
