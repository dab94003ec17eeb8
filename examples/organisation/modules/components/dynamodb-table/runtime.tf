resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/dynamodb-table/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    table_name = aws_dynamodb_table.this.name
    table_arn  = aws_dynamodb_table.this.arn
    stream_arn = aws_dynamodb_table.this.stream_arn
  })
}
