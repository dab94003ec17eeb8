# A Fargate cluster with a private service namespace.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/ecs-cluster/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

data "aws_ssm_parameter" "vpc" {
  name = "${var.iac_prefix}/vpc/${local.config.vpc_nickname}/runtime"
}

locals {
  vpc = jsondecode(data.aws_ssm_parameter.vpc.value)
}

resource "aws_ecs_cluster" "this" {
  name = local.config.cluster_name
  setting {
    name  = "containerInsights"
    value = try(local.config.container_insights, true) ? "enabled" : "disabled"
  }
  tags = local.config.tags
}

resource "aws_service_discovery_private_dns_namespace" "this" {
  name = "${local.config.cluster_name}.internal"
  vpc  = local.vpc.vpc_id
}
