# Functions that are deployed together, each published under its own name.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/lambda/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

data "aws_ssm_parameter" "vpc" {
  for_each = { for name, function in local.config.functions : name => function if can(function.vpc_nickname) }
  name     = "${var.iac_prefix}/vpc/${each.value.vpc_nickname}/runtime"
}

resource "aws_iam_role" "this" {
  name               = "${var.nickname}-functions"
  assume_role_policy = file("${path.module}/trust.json")
  tags               = local.config.tags
}

resource "aws_lambda_function" "this" {
  for_each      = local.config.functions
  function_name = each.key
  role          = aws_iam_role.this.arn
  runtime       = each.value.runtime
  handler       = try(each.value.handler, "main.handler")
  memory_size   = try(each.value.memory_size, 128)
  timeout       = try(each.value.timeout, 10)
  vpc_config {
    subnet_ids         = try(jsondecode(data.aws_ssm_parameter.vpc[each.key].value).private_subnet_ids, [])
    security_group_ids = try([jsondecode(data.aws_ssm_parameter.vpc[each.key].value).default_security_group_id], [])
  }
  environment {
    variables = try(each.value.environment, {})
  }
}
