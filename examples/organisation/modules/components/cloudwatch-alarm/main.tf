# An alarm on a metric, sent to a topic.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/cloudwatch-alarm/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

data "aws_ssm_parameter" "sns_topic" {
  name = "${var.iac_prefix}/sns-topic/${local.config.notify}/runtime"
}

resource "aws_cloudwatch_metric_alarm" "this" {
  alarm_name          = local.config.alarm_name
  namespace           = local.config.metric.namespace
  metric_name         = local.config.metric.name
  statistic           = try(local.config.metric.statistic, "Average")
  comparison_operator = try(local.config.comparison, "GreaterThanThreshold")
  threshold           = local.config.threshold
  period              = try(local.config.period_seconds, 60)
  evaluation_periods  = try(local.config.evaluation_periods, 3)
  alarm_actions       = [jsondecode(data.aws_ssm_parameter.sns_topic.value).topic_arn]
  tags                = local.config.tags
}
