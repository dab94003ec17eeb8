resource "aws_ssm_parameter" "runtime" {
  for_each = local.config.functions
  name     = "${var.iac_prefix}/lambda/${each.key}/runtime"
  type     = "String"
  value = jsonencode({
    function_name = aws_lambda_function.this[each.key].function_name
    function_arn  = aws_lambda_function.this[each.key].arn
    version       = aws_lambda_function.this[each.key].version
  })
}
