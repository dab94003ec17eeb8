# An OpenAPI description whose operations name the functions that answer them.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/openapi/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

resource "aws_s3_object" "spec" {
  bucket  = "halyard-api-descriptions"
  key     = "${var.nickname}.yaml"
  content = local.config.spec
}
