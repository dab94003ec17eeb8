# A public or private hosted zone and its root records.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/route53-zone/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

resource "aws_route53_zone" "this" {
  name    = local.config.zone_name
  comment = try(local.config.comment, "")
  tags    = local.config.tags
}

resource "aws_route53_record" "mx" {
  count   = length(try(local.config.root_records.MX, [])) > 0 ? 1 : 0
  zone_id = aws_route53_zone.this.zone_id
  name    = local.config.zone_name
  type    = "MX"
  ttl     = 3600
  records = local.config.root_records.MX
}
