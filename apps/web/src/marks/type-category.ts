/** What a component type is about, for its icon and hue. */
export type TypeCategory =
  | 'compute'
  | 'network'
  | 'data'
  | 'web'
  | 'security'
  | 'messaging'
  | 'operations'
  | 'other';

/** Words as they stand between dashes and dots in type names. */
const WORDS: readonly (readonly [TypeCategory, string])[] = [
  [
    'compute',
    'lambda function ecs eks fargate service worker ec2 instance cluster batch task job container app',
  ],
  ['network', 'vpc subnet network route53 zone dns alb nlb lb peering gateway endpoint transit vpn eip'],
  [
    'data',
    'rds aurora postgres mysql database db dynamodb table s3 bucket redis cache elasticache clickhouse opensearch search warehouse efs storage',
  ],
  ['web', 'site web cloudfront cdn api openapi apigateway graphql frontend domain'],
  ['security', 'iam role policy kms key secret secrets waf cognito auth certificate acm cert identity'],
  ['messaging', 'sqs queue sns topic eventbridge bus kinesis stream kafka msk ses email events'],
  [
    'operations',
    'alarm alarms monitoring dashboard logs log pipeline ecr registry backup budget cloudtrail grafana',
  ],
];

const CATEGORY = new Map(
  WORDS.flatMap(([category, words]) => words.split(' ').map((word) => [word, category] as const)),
);

/** The last word that is known decides: `serverless-site` → `web`, `route53-zone` → `network`, `external.payments` → `other`. */
export function typeCategory(type: string): TypeCategory {
  const known = type.split(/[-._]/).map((word) => CATEGORY.get(word.toLowerCase()));
  return known.findLast((category) => category !== undefined) ?? 'other';
}
