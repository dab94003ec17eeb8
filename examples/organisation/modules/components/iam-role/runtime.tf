resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/iam-role/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    role_name = aws_iam_role.this.name
    role_arn  = aws_iam_role.this.arn
  })
}
