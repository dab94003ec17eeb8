// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL, not TypeScript
import { describe, expect, it } from 'vitest';
import { keysOf, readConfigured, readModule } from '../testing/read-module';

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
