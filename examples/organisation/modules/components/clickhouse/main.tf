# A ClickHouse node for analytics, from an image that the platform team bakes.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/clickhouse/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

data "aws_ssm_parameter" "vpc" {
  name = "${var.iac_prefix}/vpc/${local.config.vpc_nickname}/runtime"
}

data "aws_ssm_parameter" "backup_bucket" {
  name = "${var.iac_prefix}/s3-bucket/${local.config.backup_bucket}/runtime"
}

data "aws_ssm_parameter" "ami" {
  name = local.config.ami_parameter
}

resource "aws_instance" "this" {
  ami           = data.aws_ssm_parameter.ami.value
  instance_type = try(local.config.instance_type, "r6g.large")
  subnet_id     = jsondecode(data.aws_ssm_parameter.vpc.value).private_subnet_ids[0]
  user_data     = "BACKUP_BUCKET=${jsondecode(data.aws_ssm_parameter.backup_bucket.value).bucket_name}"
  tags          = local.config.tags
}
