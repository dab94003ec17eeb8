import { INES, JONAS, PRIYA, type Step, step, TOMASZ, WEI } from './step';

const moduleFiles = (...types: readonly string[]) =>
  types.flatMap((type) => ['main', 'runtime', 'variables'].map((file) => `components/${type}/${file}.tf`));

/** The module of each type, as it came. */
export const MODULES_STORY: readonly Step[] = [
  step('2026-02-23T10:05', INES, 'main', 'Start with networks, names, keys, roles and buckets', {
    added: moduleFiles('vpc', 'route53-zone', 'kms-key', 'iam-role', 's3-bucket'),
  }),
  step('2026-02-26T14:40', INES, 'main', 'Run containers', {
    added: moduleFiles('ecs-cluster', 'ecs-service'),
  }),
  step('2026-03-03T11:18', TOMASZ, 'main', 'Keep rows and caches', {
    added: moduleFiles('rds-postgres', 'redis', 'dynamodb-table'),
  }),
  step('2026-03-05T09:57', TOMASZ, 'main', 'Pass messages on', {
    added: moduleFiles('sqs-queue', 'sns-topic'),
  }),
  step('2026-03-10T15:23', PRIYA, 'main', 'Run functions', { added: moduleFiles('lambda') }),
  step('2026-03-12T13:12', PRIYA, 'main', 'Describe and serve APIs', {
    added: moduleFiles('openapi', 'serverless-api'),
  }),
  step('2026-04-02T10:49', JONAS, 'main', 'Serve sites from the edge', {
    added: moduleFiles('serverless-site'),
  }),
  step('2026-04-24T16:30', INES, 'main', 'Alarm on metrics', { added: moduleFiles('cloudwatch-alarm') }),
  step('2026-06-09T09:15', WEI, 'feature/clickhouse', 'Run ClickHouse', { added: moduleFiles('clickhouse') }),
  step('2026-06-10T11:02', INES, 'main', "Merge branch 'feature/clickhouse'", {
    merged: 'feature/clickhouse',
  }),
  step('2026-10-30T17:52', WEI, 'main', 'Back ClickHouse up every night', {
    added: ['components/clickhouse/backup.tf'],
  }),
  step('2026-11-03T09:20', INES, 'dev', 'Let dev try the next modules', {
    written: { 'README.md': 'Modules as dev sees them, before they go to main.\n' },
  }),
];
