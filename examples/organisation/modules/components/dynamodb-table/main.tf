# A table with on-demand capacity and a stream.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/dynamodb-table/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

resource "aws_dynamodb_table" "this" {
  name             = local.config.table_name
  billing_mode     = "PAY_PER_REQUEST"
  hash_key         = local.config.hash_key
  range_key        = try(local.config.range_key, null)
  stream_enabled   = try(local.config.stream, false)
  stream_view_type = try(local.config.stream, false) ? "NEW_AND_OLD_IMAGES" : null
  tags             = local.config.tags
  dynamic "attribute" {
    for_each = local.config.attributes
    content {
      name = attribute.key
      type = attribute.value
    }
  }
}
