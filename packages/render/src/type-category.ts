import { EXTERNAL_TYPE_PREFIX } from '@karma/core';

/** What kind of thing a component type is, for its icon and tint. */
export type Category =
  | 'network'
  | 'dns'
  | 'data'
  | 'storage'
  | 'function'
  | 'compute'
  | 'web'
  | 'api'
  | 'messaging'
  | 'security'
  | 'operations'
  | 'external'
  | 'other';

/** First match wins, so the more special words stand first. */
const WORDS: readonly (readonly [Category, RegExp])[] = [
  ['dns', /route53|\bdns|zone|domain/],
  ['api', /\bapi|openapi|graphql|appsync|gateway(?!.*(nat|vpn|transit))/],
  ['web', /site|spa\b|frontend|cloudfront|cdn|web/],
  ['messaging', /sqs|sns|queue|topic|event|kafka|kinesis|stream|mail|ses\b|message|bus/],
  ['security', /iam|role|kms|secret|cert|acm|waf|cognito|auth|user|policy|guard/],
  ['storage', /s3|bucket|efs|storage|backup|ecr|registry|artifact/],
  [
    'data',
    /rds|aurora|postgres|mysql|dynamo|table|database|\bdb\b|redis|cache|clickhouse|search|warehouse|redshift/,
  ],
  ['function', /lambda|function|step|workflow/],
  ['network', /vpc|subnet|network|nat|vpn|peering|transit|alb|nlb|load-?balancer|endpoint/],
  ['compute', /ecs|eks|cluster|fargate|service|container|ec2|instance|asg|batch|runner|bastion/],
  ['operations', /alarm|monitor|log|dashboard|metric|budget|observ|grafana|alert/],
];

/** Guesses from the words in the type's name; an external type is `external` whatever it is. */
export function categoryOf(type: string): Category {
  if (type.startsWith(EXTERNAL_TYPE_PREFIX)) return 'external';
  return WORDS.find(([, words]) => words.test(type))?.[0] ?? 'other';
}
