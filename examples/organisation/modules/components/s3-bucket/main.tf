# A private, encrypted bucket with lifecycle rules.

data "aws_ssm_parameter" "config" {
  name = "${var.iac_prefix}/s3-bucket/${var.nickname}/config"
}

locals {
  config = jsondecode(nonsensitive(data.aws_ssm_parameter.config.value))
}

data "aws_ssm_parameter" "kms_key" {
  count = try(local.config.kms_key_nickname, null) == null ? 0 : 1
  name  = "${var.iac_prefix}/kms-key/${local.config.kms_key_nickname}/runtime"
}

resource "aws_s3_bucket" "this" {
  bucket        = local.config.bucket_name
  force_destroy = try(local.config.force_destroy, false)
  tags          = local.config.tags
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id
  versioning_configuration {
    status = try(local.config.versioning, false) ? "Enabled" : "Suspended"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = length(data.aws_ssm_parameter.kms_key) > 0 ? "aws:kms" : "AES256"
      kms_master_key_id = try(jsondecode(data.aws_ssm_parameter.kms_key[0].value).key_arn, null)
    }
  }
}
