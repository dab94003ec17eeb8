resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/ecs-service/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    service_name      = aws_ecs_service.this.name
    service_arn       = aws_ecs_service.this.id
    cpu               = try(local.config.cpu, 256)
    security_group_id = aws_security_group.this.id
    endpoint          = "https://${local.config.service_name}.${local.cluster.cluster_name}.internal"
  })
}
