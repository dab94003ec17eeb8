# A static site on S3 and CloudFront.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/serverless-site/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

data "aws_ssm_parameter" "api" {
  count = try(local.config.serverless_api_nickname, null) == null ? 0 : 1
  name  = "${var.iac_prefix}/serverless-api/${local.config.serverless_api_nickname}/runtime"
}

data "aws_route53_zone" "this" {
  count = try(local.config.enable_custom_domain, false) ? 1 : 0
  name  = local.config.route53_zone_name
}

resource "aws_s3_bucket" "content" {
  bucket_prefix = local.config.content_bucket_prefix
  tags          = local.config.tags
}

resource "aws_cloudfront_distribution" "this" {
  enabled             = true
  comment             = try(local.config.cloudfront_comment, local.config.site_name)
  default_root_object = try(local.config.index_document, "index.html")
  aliases             = try(local.config.domain_aliases, [])
  origin {
    origin_id   = "api"
    domain_name = try(jsondecode(data.aws_ssm_parameter.api[0].value).api_endpoint, aws_s3_bucket.content.bucket_regional_domain_name)
  }
}
