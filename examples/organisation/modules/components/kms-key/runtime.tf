resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/kms-key/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    key_id    = aws_kms_key.this.key_id
    key_arn   = aws_kms_key.this.arn
    alias_arn = aws_kms_alias.this.arn
  })
}
