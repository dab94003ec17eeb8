# A PostgreSQL instance in private subnets; its password is a SecureString.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/rds-postgres/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

data "aws_ssm_parameter" "vpc" {
  name = "${var.iac_prefix}/vpc/${local.config.vpc_nickname}/runtime"
}

data "aws_ssm_parameter" "kms_key" {
  count = try(local.config.kms_key_nickname, null) == null ? 0 : 1
  name  = "${var.iac_prefix}/kms-key/${local.config.kms_key_nickname}/runtime"
}

resource "random_password" "master" {
  length  = 32
  special = false
}

resource "aws_db_subnet_group" "this" {
  name       = local.config.identifier
  subnet_ids = jsondecode(data.aws_ssm_parameter.vpc.value).private_subnet_ids
}

resource "aws_db_instance" "this" {
  identifier              = local.config.identifier
  engine                  = "postgres"
  engine_version          = try(local.config.engine_version, "16.4")
  instance_class          = local.config.instance_class
  allocated_storage       = try(local.config.allocated_storage, 50)
  multi_az                = try(local.config.multi_az, false)
  backup_retention_period = try(local.config.backup_retention_days, 7)
  db_subnet_group_name    = aws_db_subnet_group.this.name
  kms_key_id              = try(jsondecode(data.aws_ssm_parameter.kms_key[0].value).key_arn, null)
  username                = "halyard"
  password                = random_password.master.result
  tags                    = local.config.tags
}
