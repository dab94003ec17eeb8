resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/sqs-queue/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    queue_name = aws_sqs_queue.this.name
    queue_url  = aws_sqs_queue.this.url
    queue_arn  = aws_sqs_queue.this.arn
  })
}
