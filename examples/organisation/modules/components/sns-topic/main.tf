# A topic and its queue subscriptions.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/sns-topic/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

data "aws_ssm_parameter" "subscribers" {
  for_each = try(local.config.subscriptions, {})
  name     = "${var.iac_prefix}/sqs-queue/${each.value.sqs_queue_nickname}/runtime"
}

resource "aws_sns_topic" "this" {
  name         = local.config.topic_name
  display_name = try(local.config.display_name, local.config.topic_name)
  tags         = local.config.tags
}

resource "aws_sns_topic_subscription" "queues" {
  for_each  = data.aws_ssm_parameter.subscribers
  topic_arn = aws_sns_topic.this.arn
  protocol  = "sqs"
  endpoint  = jsondecode(each.value.value).queue_arn
}
