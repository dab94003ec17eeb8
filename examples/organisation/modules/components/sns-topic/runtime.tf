resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/sns-topic/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    topic_name = aws_sns_topic.this.name
    topic_arn  = aws_sns_topic.this.arn
  })
}
