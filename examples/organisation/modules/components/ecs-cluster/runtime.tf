resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/ecs-cluster/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    cluster_name = aws_ecs_cluster.this.name
    cluster_arn  = aws_ecs_cluster.this.arn
    namespace_id = aws_service_discovery_private_dns_namespace.this.id
  })
}
