# A role with managed policies and a trust policy.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/iam-role/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

resource "aws_iam_role" "this" {
  name                 = local.config.role_name
  max_session_duration = try(local.config.max_session_duration, 3600)
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = local.config.trusted_services }
    }]
  })
  tags = local.config.tags
}

resource "aws_iam_role_policy_attachment" "managed" {
  for_each   = toset(try(local.config.managed_policies, []))
  role       = aws_iam_role.this.name
  policy_arn = each.value
}
