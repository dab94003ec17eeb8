# A queue with a dead-letter queue and the topics that may write to it.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/sqs-queue/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

data "aws_ssm_parameter" "dead_letter_queue" {
  count = try(local.config.dead_letter_queue, null) == null ? 0 : 1
  name  = "${var.iac_prefix}/sqs-queue/${local.config.dead_letter_queue}/runtime"
}

data "aws_ssm_parameter" "topic" {
  count = try(local.config.sns_topic_nickname, null) == null ? 0 : 1
  name  = "${var.iac_prefix}/sns-topic/${local.config.sns_topic_nickname}/runtime"
}

resource "aws_sqs_queue" "this" {
  name                       = local.config.queue_name
  visibility_timeout_seconds = try(local.config.visibility_timeout_seconds, 30)
  message_retention_seconds  = try(local.config.message_retention_seconds, 345600)
  redrive_policy = try(jsonencode({
    deadLetterTargetArn = jsondecode(data.aws_ssm_parameter.dead_letter_queue[0].value).queue_arn
    maxReceiveCount     = local.config.max_receive_count
  }), null)
  tags = local.config.tags
}

resource "aws_sqs_queue_policy" "topic" {
  count     = length(data.aws_ssm_parameter.topic)
  queue_url = aws_sqs_queue.this.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.this.arn
      Condition = { ArnEquals = { "aws:SourceArn" = jsondecode(data.aws_ssm_parameter.topic[0].value).topic_arn } }
    }]
  })
}
