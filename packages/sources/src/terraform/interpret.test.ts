// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL, not TypeScript
import { componentTypeSchema } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { keysOf, outputsOf, readConfigured, readModule, referencesOf } from '../testing/read-module';

describe('config keys', () => {
  it('are required unless a try, a can, a branch, a lookup with default or a count guards them', async () => {
    const module = await readConfigured(`
      resource "aws_x" "this" {
        name    = local.config.name
        size    = try(local.config.size, 3)
        tier    = lookup(local.config, "tier", "free")
        region  = lookup(local.config, "region")
        zone    = local.config.enable ? local.config.zone : null
        alias   = can(local.config.alias) ? local.config.alias : "none"
        class   = coalesce(local.config.class, "small")
        mode    = coalesce(try(local.config.mode, null), "auto")
        list    = try(local.config.list, ["a", 1, { b = true }])
      }
      resource "aws_y" "maybe" {
        count = local.config.copies
        key   = local.config.y_key
      }
      resource "aws_y" "always" {
        count = 2
        key   = local.config.always_key
      }`);
    expect(keysOf(module)).toEqual([
      '/alias optional "none"',
      '/always_key required',
      '/class required "small"',
      '/copies required',
      '/enable required',
      '/list optional ["a",1,{"b":true}]',
      '/mode optional "auto"',
      '/name required',
      '/region required',
      '/size optional 3',
      '/tier optional "free"',
      '/y_key optional',
      '/zone optional null',
    ]);
    expect(Object.fromEntries(module.keys.map(({ pointer, type }) => [pointer, type]))).toMatchObject({
      '/enable': 'boolean',
      '/copies': 'number',
      '/list': 'array',
      '/size': 'number',
      '/name': 'unknown',
    });
    expect(module.keys.find(({ pointer }) => pointer === '/size')?.at).toEqual([
      { file: 'main.tf', line: 4 },
    ]);
  });

  it('say where they are used, whatever file a local is from', async () => {
    const module = await readModule({
      'config.tf': `
        data "aws_ssm_parameter" "config" { name = "/iac/site/\${var.nickname}/config" }
        locals {
          config = jsondecode(data.aws_ssm_parameter.config.value)
          zones  = local.config.zones
        }`,
      'main.tf': 'output "a" { value = local.zones[0] }\noutput "b" { value = local.zones[*].id }',
    });
    expect(module.keys[0]).toEqual({
      pointer: '/zones',
      required: true,
      type: 'unknown',
      at: [
        { file: 'config.tf', line: 5 },
        { file: 'main.tf', line: 1 },
        { file: 'main.tf', line: 2 },
      ],
    });
  });

  it('are required when only one of their uses is guarded', async () => {
    expect(
      keysOf(await readConfigured('locals {\n a = try(local.config.x, 1)\n b = local.config.x\n}')),
    ).toEqual(['/x required 1']);
  });

  it('are followed through locals, chains of them, and defaults of variables', async () => {
    const module = await readConfigured(`
      variable "size" { default = 20 }
      variable "nickname" { type = string }
      locals {
        cfg     = local.config
        again   = local.cfg
        network = try(local.again.network, {})
        strict  = local.again.strict
        round   = local.trip
        trip    = local.round
      }
      resource "aws_x" "this" {
        cidr  = local.network.cidr
        inner = local.strict.inner["key.with/slash"]
        size  = try(local.again.size, var.size)
        round = local.round
      }`);
    expect(keysOf(module)).toEqual([
      '/network optional {}',
      '/network/cidr optional',
      '/size optional 20',
      '/strict required',
      '/strict/inner required',
      '/strict/inner/key.with~1slash required',
    ]);
  });

  it('in maps and lists are found through for_each, dynamic, for, splat and index', async () => {
    const module = await readConfigured(`
      resource "aws_x" "each" {
        for_each = local.config.functions
        handler  = each.value.handler
        memory   = try(each.value.memory, 128)
        dynamic "rule" {
          for_each = each.value.rules
          iterator = it
          content { port = it.value.port }
        }
      }
      resource "aws_y" "y" {
        for_each = toset(local.config.names)
        name     = each.key
      }
      locals {
        ids    = local.config.subnets[*].id
        first  = local.config.zones[0].name
        ports  = [for rule in try(local.config.open, []) : rule.port if rule.on]
        byName = { for name, queue in local.config.queues : upper(name) => queue.arn }
      }`);
    expect(keysOf(module)).toEqual([
      '/functions required',
      '/functions/*/handler required',
      '/functions/*/memory optional 128',
      '/functions/*/rules required',
      '/functions/*/rules/*/port required',
      '/names required',
      '/open optional []',
      '/open/*/on required',
      '/open/*/port optional',
      '/queues required',
      '/queues/*/arn required',
      '/subnets required',
      '/subnets/*/id required',
      '/zones required',
      '/zones/*/name required',
    ]);
  });

  it('in templates, heredocs and conditions count too', async () => {
    const module = await readConfigured(
      [
        'locals {',
        '  a = "x-${local.config.a}-${local.config.b}"',
        '  h = <<-EOT',
        '    ${local.config.h} %{ if local.config.i }yes%{ endif }',
        '  EOT',
        '  c = !local.config.c && local.config.d > 1',
        '}',
      ].join('\n'),
    );
    expect(keysOf(module)).toEqual(
      ['/a', '/b', '/c', '/d', '/h', '/i'].map((pointer) => `${pointer} required`),
    );
  });
});

describe('the own config', () => {
  it.each([
    ['nonsensitive', 'name = "${var.iac_prefix}/site/${var.nickname}/config"', 'jsondecode(nonsensitive(X))'],
    ['a literal prefix', 'name = "/iac/site/${var.nickname}/config"', 'jsondecode(X)'],
    ['join', 'name = join("/", [var.iac_prefix, "site", var.nickname, "config"])', 'jsondecode(X)'],
    ['format', 'name = format("%s/site/%s/config", var.iac_prefix, var.nickname)', 'jsondecode(X)'],
    ['a local name', 'name = local.path', 'jsondecode(X)'],
    ['a name from outside', 'name = var.config_path', 'jsondecode(X)'],
    ['a try', 'name = "${var.iac_prefix}/site/${var.nickname}/config"', 'try(jsondecode(X), {})'],
  ])('is recognised through %s', async (_, name, decoded) => {
    const module = await readModule({
      'main.tf': `
        data "aws_ssm_parameter" "config" { ${name} }
        locals {
          path   = "\${var.iac_prefix}/site/\${var.nickname}/config"
          anyName = ${decoded.replace('X', 'data.aws_ssm_parameter.config.value')}
        }
        output "x" { value = local.anyName.key }`,
    });
    expect(module.keys.map(({ pointer }) => pointer)).toEqual(['/key']);
    expect(module.references).toEqual([]);
  });
});

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
