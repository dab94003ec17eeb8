# A network with public and private subnets in each availability zone.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/vpc/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

data "aws_ssm_parameter" "flow_log_bucket" {
  count = try(local.config.flow_log_bucket, null) == null ? 0 : 1
  name  = "${var.iac_prefix}/s3-bucket/${local.config.flow_log_bucket}/runtime"
}

resource "aws_vpc" "this" {
  cidr_block           = local.config.cidr_block
  enable_dns_hostnames = try(local.config.enable_dns_hostnames, true)
  tags                 = local.config.tags
}

resource "aws_subnet" "public" {
  for_each          = local.config.public_subnets
  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value
}

resource "aws_subnet" "private" {
  for_each          = local.config.private_subnets
  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value
}

resource "aws_flow_log" "this" {
  count                = length(data.aws_ssm_parameter.flow_log_bucket)
  vpc_id               = aws_vpc.this.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = jsondecode(data.aws_ssm_parameter.flow_log_bucket[0].value).bucket_arn
}
