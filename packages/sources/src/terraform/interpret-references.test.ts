// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL, not TypeScript
import { componentTypeSchema } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { readConfigured, referencesOf } from '../testing/read-module';

describe('references', () => {
  const parameter = (label: string, name: string, more = '') =>
    `data "aws_ssm_parameter" "${label}" {\n${more}\n name = "\${var.iac_prefix}/${name}"\n}\n`;

  it('say which outputs they consume', async () => {
    const module = await readConfigured(`
      ${parameter('vpc', 'vpc/${local.config.vpc_nickname}/runtime')}
      ${parameter('zone', 'route53-zone/${local.config.zone}/runtime')}
      ${parameter('whole', 'kms-key/${local.config.key}/runtime')}
      ${parameter('split', 'rds/${local.config.db}/runtime/endpoint')}
      ${parameter('unused', 's3-bucket/${local.config.bucket}/runtime')}
      ${parameter('dynamic', 'sns/${local.config.topic}/runtime')}
      ${parameter('named', 'waf/main/runtime')}
      locals {
        network = jsondecode(data.aws_ssm_parameter.vpc.value)
        alias   = local.network
        zone    = { it = jsondecode(data.aws_ssm_parameter.zone.value) }
      }
      resource "aws_x" "x" {
        subnets = local.alias.private_subnet_ids[0]
        vpc     = jsondecode(data.aws_ssm_parameter.vpc.value)["vpc_id"]
        zone    = local.zone.it.zone_id
        all     = jsondecode(data.aws_ssm_parameter.whole.value)
        split   = data.aws_ssm_parameter.split.value
        picked  = jsondecode(data.aws_ssm_parameter.dynamic.value)[local.config.pick]
        acl     = try(jsondecode(data.aws_ssm_parameter.named.value).arn, null)
      }`);
    expect(referencesOf(module)).toEqual([
      '/vpc_nickname -> vpc (private_subnet_ids, vpc_id)',
      '/zone -> route53-zone (zone_id)',
      '/key -> kms-key (all)',
      '/db -> rds (endpoint)',
      '/bucket -> s3-bucket ()',
      '/topic -> sns (all)',
      'main -> waf (arn)',
    ]);
    expect(module.references[0]?.at).toEqual({ file: 'main.tf', line: 4 });
    expect(componentTypeSchema.parse(module)).toEqual(module);
  });

  it('may be optional, in a map, to something external, or to what cannot be told', async () => {
    const module = await readConfigured(`
      ${parameter('a', 'vpc/${try(local.config.vpc_nickname, "main")}/runtime')}
      ${parameter('b', 'vpc/${local.config.other}/runtime', 'count = local.config.other == null ? 0 : 1')}
      ${parameter('c', 'vpc/${each.value.vpc_nickname}/runtime', 'for_each = local.config.functions')}
      ${parameter('d', 'kms/${each.key}/runtime', 'for_each = toset(local.config.keys)')}
      data "aws_ssm_parameter" "e" { name = "/external/crm/\${local.config.crm}/runtime" }
      ${parameter('f', 'vpc/${var.nickname}-${local.config.suffix}/runtime')}
      data "aws_ssm_parameter" "g" { name = local.config.path }
      ${parameter('h', 'site/${var.nickname}/runtime')}
      resource "aws_x" "x" {
        for_each = local.config.functions
        vpc      = jsondecode(data.aws_ssm_parameter.c[each.key].value).vpc_id
        keys     = { for k, p in data.aws_ssm_parameter.d : k => jsondecode(p.value).arn }
        other    = one(data.aws_ssm_parameter.b[*].value)
      }`);
    expect(referencesOf(module)).toEqual([
      '/vpc_nickname -> vpc () optional',
      '/other -> vpc (all) optional',
      '/functions/*/vpc_nickname -> vpc (vpc_id)',
      '/keys/* -> kms (arn)',
      '/crm -> external.crm ()',
    ]);
  });
});
