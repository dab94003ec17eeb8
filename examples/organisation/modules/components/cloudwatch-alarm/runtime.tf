resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/cloudwatch-alarm/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    alarm_arn = aws_cloudwatch_metric_alarm.this.arn
  })
}
