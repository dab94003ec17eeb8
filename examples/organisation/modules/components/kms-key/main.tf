# A customer-managed key with an administrator role.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/kms-key/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

data "aws_ssm_parameter" "admin_role" {
  name = "${var.iac_prefix}/iam-role/${local.config.admin_role}/runtime"
}

locals {
  admin = jsondecode(data.aws_ssm_parameter.admin_role.value)
}

resource "aws_kms_key" "this" {
  description             = local.config.description
  deletion_window_in_days = try(local.config.deletion_window_in_days, 30)
  enable_key_rotation     = try(local.config.enable_key_rotation, true)
  policy                  = templatefile("${path.module}/policy.json", { admin = local.admin.role_arn })
  tags                    = local.config.tags
}

resource "aws_kms_alias" "this" {
  name          = "alias/${local.config.alias}"
  target_key_id = aws_kms_key.this.key_id
}
