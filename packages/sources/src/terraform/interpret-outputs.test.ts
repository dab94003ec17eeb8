// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL, not TypeScript
import { describe, expect, it } from 'vitest';
import { keysOf, outputsOf, readConfigured, readModule } from '../testing/read-module';

describe('what is published', () => {
  const runtime = (value: string, name = '${var.nickname}/runtime', more = '') =>
    `resource "aws_ssm_parameter" "r${name.length}" {\n${more}\n name = "\${var.iac_prefix}/site/${name}"\n value = ${value}\n}\n`;

  it('is known by key, with the config keys that flow into it', async () => {
    const module = await readConfigured(`
      resource "aws_s3_bucket" "b" {
        bucket = local.name
        tags   = { owner = local.config.owner }
      }
      data "aws_zone" "z" { name = local.config.zone_name }
      module "cdn" {
        source = "./cdn"
        origin = aws_s3_bucket.b.arn
        zone   = data.aws_zone.z.id
      }
      locals {
        name   = "\${local.config.prefix}-x"
        shared = { cdn = module.cdn.url, "zone-id" = data.aws_zone.z.zone_id }
      }
      ${runtime('jsonencode(merge(local.shared, { bucket = aws_s3_bucket.b.bucket, arn = aws_s3_bucket.b.arn, fixed = 1 }, local.config.on ? { extra = local.config } : {}))')}`);
    expect(outputsOf(module)).toEqual([
      'arn <- /owner /prefix',
      'bucket <- /prefix',
      'cdn <- /owner /prefix /zone_name',
      'extra <- all',
      'fixed <-',
      'zone-id <- /zone_name',
    ]);
    expect(module.outputsKnown).toBe(true);
  });

  it('may be split one key a parameter, or spelt out in an object', async () => {
    const module = await readConfigured(`
      ${runtime('local.config.a', '${var.nickname}/runtime/endpoint')}
      ${runtime('each.value', '${var.nickname}/runtime/${each.key}', 'for_each = { port = local.config.port, host = "h" }')}`);
    expect(outputsOf(module)).toEqual(['endpoint <- /a', 'host <-', 'port <- /port']);
    expect(module.outputsKnown).toBe(true);
  });

  it.each([
    ['computed', 'jsonencode(merge({ a = 1 }, local.config.more))'],
    ['from a function', 'jsonencode(zipmap(["a"], [1]))'],
    ['no JSON we see', 'file("x.json")'],
    ['computed keys', 'jsonencode({ a = 1, (local.config.key) = 2 })'],
  ])('is not all known when %s', async (_, value) => {
    expect((await readConfigured(runtime(value))).outputsKnown).toBe(false);
  });

  it('under other nicknames are aliases', async () => {
    const module = await readConfigured(`
      ${runtime('jsonencode({ arn = aws_lambda.f[each.key].arn })', '${each.key}/runtime', 'for_each = local.config.functions')}
      resource "aws_ssm_parameter" "other" {
        for_each = local.config.jobs
        name     = "\${var.iac_prefix}/job/\${each.key}/runtime"
        value    = jsonencode({ id = each.value.id })
      }
      resource "aws_lambda" "f" {
        for_each = local.config.functions
        size     = each.value.size
      }`);
    expect(module.aliases.map(({ type, pointer }) => [type, pointer])).toEqual([
      ['site', '/functions'],
      ['job', '/jobs'],
    ]);
    expect(outputsOf(module)).toEqual(['arn <- /functions /functions/*/size']);
  });
});

describe('files that do not parse', () => {
  it('are told with their line, and the rest counts', async () => {
    const module = await readModule({
      'main.tf': `
        data "aws_ssm_parameter" "config" { name = "/iac/site/\${var.nickname}/config" }
        resource "aws_x" "x" { a = jsondecode(data.aws_ssm_parameter.config.value).a }`,
      'broken.tf': 'resource "a" "b" {\n  x =\n}\n',
      'unclosed.tf': 'resource "aws_x" "y" {\n  y = 1\n\n',
      'binary.tf': '\u0000\u0001 not { HCL',
      'empty.tf': '',
    });
    expect(keysOf(module)).toEqual(['/a required']);
    expect(module.problems.map(({ file, line }) => [file, line])).toEqual([
      ['broken.tf', 2],
      ['unclosed.tf', 1],
      ['binary.tf', 1],
    ]);
    expect(module.outputsKnown).toBe(false);
  });

  it('count up to the error', async () => {
    const module = await readConfigured(
      'locals { a = local.config.a }\n\nresource "a" "b" {\n  x = = 2\n}\n\nlocals { b = local.config.b }\n',
    );
    expect(keysOf(module)).toContain('/a required');
    expect(module.problems).toEqual([{ file: 'main.tf', line: 4, message: 'Not valid HCL: `x = = 2`.' }]);
  });
});

describe('what flows into an output', () => {
  it('comes through resources and through what is read of a provider', async () => {
    const module = await readConfigured(`
      data "aws_ssm_parameter" "vpc" {
        name = "\${var.iac_prefix}/vpc/\${local.config.network}/runtime"
      }
      locals {
        vpc = jsondecode(data.aws_ssm_parameter.vpc.value)
      }
      resource "aws_eks_cluster" "this" {
        name = local.config.name
        vpc_config { subnet_ids = local.vpc.private_subnet_ids }
      }
      resource "aws_iam_role" "this" { name = local.config.role }
      resource "aws_ssm_parameter" "runtime" {
        name  = "\${var.iac_prefix}/site/\${var.nickname}/runtime"
        type  = "String"
        value = jsonencode({ endpoint = aws_eks_cluster.this.endpoint, role_arn = aws_iam_role.this.arn })
      }`);
    expect(module.outputs.map(({ key, from }) => [key, from])).toEqual([
      ['endpoint', ['/name', '/network']],
      ['role_arn', ['/role']],
    ]);
  });
});
