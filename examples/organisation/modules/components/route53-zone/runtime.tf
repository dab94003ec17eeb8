resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/route53-zone/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    zone_id      = aws_route53_zone.this.zone_id
    zone_name    = aws_route53_zone.this.name
    name_servers = aws_route53_zone.this.name_servers
  })
}
