locals {
  outputs = {
    endpoint      = aws_db_instance.this.address
    port          = tostring(aws_db_instance.this.port)
    database_arn  = aws_db_instance.this.arn
    database_name = local.config.database_name
  }
}

# One parameter for each output, so that the password can be secret.
resource "aws_ssm_parameter" "endpoint" {
  name  = "${var.iac_prefix}/rds-postgres/${var.nickname}/runtime/endpoint"
  type  = "String"
  value = local.outputs.endpoint
}

resource "aws_ssm_parameter" "port" {
  name  = "${var.iac_prefix}/rds-postgres/${var.nickname}/runtime/port"
  type  = "String"
  value = local.outputs.port
}

resource "aws_ssm_parameter" "database_arn" {
  name  = "${var.iac_prefix}/rds-postgres/${var.nickname}/runtime/database_arn"
  type  = "String"
  value = local.outputs.database_arn
}

resource "aws_ssm_parameter" "subnet_group" {
  name  = "${var.iac_prefix}/rds-postgres/${var.nickname}/runtime/subnet_ids"
  type  = "StringList"
  value = join(",", jsondecode(data.aws_ssm_parameter.vpc.value).private_subnet_ids)
}

resource "aws_ssm_parameter" "password" {
  name  = "${var.iac_prefix}/rds-postgres/${var.nickname}/runtime/password"
  type  = "SecureString"
  value = random_password.master.result
}
