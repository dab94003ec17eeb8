# A containerised service behind the private namespace of its cluster.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/ecs-service/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

data "aws_ssm_parameter" "ecs_cluster" {
  name = "${var.iac_prefix}/ecs-cluster/${local.config.ecs_cluster_nickname}/runtime"
}

data "aws_ssm_parameter" "vpc" {
  name = "${var.iac_prefix}/vpc/${local.config.vpc_nickname}/runtime"
}

data "aws_ssm_parameter" "task_role" {
  count = try(local.config.task_role, null) == null ? 0 : 1
  name  = "${var.iac_prefix}/iam-role/${local.config.task_role}/runtime"
}

data "aws_ssm_parameter" "database" {
  count = try(local.config.database, null) == null ? 0 : 1
  name  = "${var.iac_prefix}/rds-postgres/${local.config.database}/runtime/endpoint"
}

locals {
  cluster = jsondecode(data.aws_ssm_parameter.ecs_cluster.value)
  network = jsondecode(data.aws_ssm_parameter.vpc.value)
}

data "aws_ssm_parameter" "image" {
  name = local.config.image_parameter
}

resource "aws_security_group" "this" {
  name   = local.config.service_name
  vpc_id = local.network.vpc_id
}

resource "aws_ecs_task_definition" "this" {
  family        = local.config.service_name
  cpu           = try(local.config.cpu, 256)
  memory        = try(local.config.memory, 512)
  task_role_arn = try(jsondecode(data.aws_ssm_parameter.task_role[0].value).role_arn, null)
  container_definitions = jsonencode([{
    name        = local.config.service_name
    image       = data.aws_ssm_parameter.image.value
    environment = concat(
      [for key, value in try(local.config.environment, {}) : { name = key, value = value }],
      [for endpoint in data.aws_ssm_parameter.database : { name = "DATABASE_HOST", value = endpoint.value }],
    )
  }])
}

resource "aws_ecs_service" "this" {
  name            = local.config.service_name
  cluster         = local.cluster.cluster_arn
  task_definition = aws_ecs_task_definition.this.arn
  desired_count   = try(local.config.desired_count, 2)
  network_configuration {
    subnets         = local.network.private_subnet_ids
    security_groups = [aws_security_group.this.id]
  }
}
