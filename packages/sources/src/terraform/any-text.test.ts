import { componentTypeSchema } from '@karma/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readConfigured, readModule } from '../testing/read-module';

const MODULE = `
data "aws_ssm_parameter" "vpc" { name = "\${var.iac_prefix}/vpc/\${local.config.vpc_nickname}/runtime" }
locals {
  network = jsondecode(data.aws_ssm_parameter.vpc.value)
  ports   = { for name, rule in try(local.config.rules, {}) : name => rule.port if rule.on }
}
resource "aws_x" "x" {
  for_each = local.config.functions
  vpc      = local.network.vpc_id
  text     = <<-EOT
    \${each.value.a} %{ if local.config.b }b%{ endif }
  EOT
  dynamic "rule" {
    for_each = each.value.rules
    content { port = rule.value.port }
  }
}
resource "aws_ssm_parameter" "runtime" {
  name  = "\${var.iac_prefix}/site/\${var.nickname}/runtime"
  value = jsonencode(merge({ x = aws_x.x["a"].id }, local.config.c ? {} : { y = local.ports }))
}
`;

it('a module cut and mixed up in any way is read or told, never a failure', async () => {
  const cut = fc.tuple(
    fc.nat(MODULE.length),
    fc.nat(60),
    fc.constantFrom('', '{', '}', '"', '${', '(', ']', 'x = '),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 4 }), async (cuts) => {
      const text = cuts.reduce(
        (rest, [at, length, put]) => rest.slice(0, at) + put + rest.slice(at + length),
        MODULE,
      );
      const module = await readConfigured(text);
      expect(componentTypeSchema.parse(module)).toEqual(module);
    }),
    { numRuns: 300 },
  );
});

it('values that share parts, and locals that go in circles, come to an end', async () => {
  const levels = Array.from({ length: 60 }, (_, n) => `l${n + 1} = { x = local.l${n}, y = local.l${n} }`);
  const module = await readModule({
    'main.tf': `locals {\nl0 = { x = 1 }\n${levels.join('\n')}\na = local.b\nb = { a = local.a }\n}
      output "x" { value = [local.l60, try(local.config.x, local.l60), local.a] }`,
  });
  expect(module.problems).toEqual([]);
});
