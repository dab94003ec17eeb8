# A Redis replication group.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/redis/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

data "aws_ssm_parameter" "vpc" {
  name = "${var.iac_prefix}/vpc/${local.config.vpc_nickname}/runtime"
}

resource "aws_elasticache_subnet_group" "this" {
  name       = local.config.cluster_id
  subnet_ids = jsondecode(data.aws_ssm_parameter.vpc.value).private_subnet_ids
}

resource "aws_elasticache_replication_group" "this" {
  replication_group_id = local.config.cluster_id
  description          = local.config.description
  node_type            = try(local.config.node_type, "cache.t4g.small")
  num_cache_clusters   = try(local.config.replicas, 1) + 1
  subnet_group_name    = aws_elasticache_subnet_group.this.name
}
