resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/serverless-api/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    api_id        = aws_apigatewayv2_api.this.id
    api_endpoint  = aws_apigatewayv2_api.this.api_endpoint
    custom_domain = try(local.config.domain_name, null)
  })
}
