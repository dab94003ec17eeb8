# An HTTP API made from an OpenAPI description, with a custom domain.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/serverless-api/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

data "aws_ssm_parameter" "openapi" {
  name = "${var.iac_prefix}/openapi/${local.config.openapi}/runtime"
}

data "aws_route53_zone" "this" {
  count = try(local.config.enable_custom_domain, false) ? 1 : 0
  name  = local.config.route53_zone_name
}

resource "aws_apigatewayv2_api" "this" {
  name          = local.config.api_name
  protocol_type = "HTTP"
  body          = jsondecode(data.aws_ssm_parameter.openapi.value).spec_uri
  tags          = local.config.tags
}

resource "aws_apigatewayv2_stage" "this" {
  api_id      = aws_apigatewayv2_api.this.id
  name        = try(local.config.stage_name, "v1")
  auto_deploy = true
}
