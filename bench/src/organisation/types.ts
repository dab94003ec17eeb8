/** Types of the synthetic organisation, consumers first: a component depends on types further down. */
export const LAYERS = [
  { type: 'cloudwatch-alarm', share: 0.14 },
  { type: 'serverless-api', share: 0.12 },
  { type: 'ecs-service', share: 0.22 },
  { type: 'worker', share: 0.16 },
  { type: 'sqs-queue', share: 0.12 },
  { type: 'rds-postgres', share: 0.1 },
  { type: 's3-bucket', share: 0.08 },
  { type: 'kms-key', share: 0.06 },
] as const;

/** Types of what everybody shares, and the share of all components that depends on the first one. */
export const HUBS = [
  { type: 'vpc', popularity: 0.22 },
  { type: 'ecs-cluster', popularity: 0.12 },
  { type: 'route53-zone', popularity: 0.08 },
] as const;

/** The key of a config that names a component of a type (rule 1). */
export function nicknameKey(type: string): string {
  return `${type.replaceAll('-', '_')}_nickname`;
}

/** The Terraform modules of the types, path → text. */
export function modules(): Map<string, string> {
  return new Map(
    [...LAYERS, ...HUBS].map(({ type }) => [`components/${type}/main.tf`, moduleText(type)] as const),
  );
}

function moduleText(type: string): string {
  return `data "aws_ssm_parameter" "config" {
  name = "\${var.iac_prefix}/${type}/\${var.nickname}/config"
}

locals {
  config = jsondecode(data.aws_ssm_parameter.config.value)
}

resource "synthetic_resource" "this" {
  name     = local.config.name
  size     = try(local.config.settings.size, 1)
  settings = try(local.config.settings, {})
  tags     = local.config.tags
}

resource "aws_ssm_parameter" "runtime" {
  name = "\${var.iac_prefix}/${type}/\${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    id       = synthetic_resource.this.id
    arn      = synthetic_resource.this.arn
    endpoint = synthetic_resource.this.endpoint
  })
}
`;
}
