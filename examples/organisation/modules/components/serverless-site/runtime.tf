resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/serverless-site/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    bucket_name     = aws_s3_bucket.content.bucket
    distribution_id = aws_cloudfront_distribution.this.id
    cloudfront_url  = "https://${aws_cloudfront_distribution.this.domain_name}"
    custom_domain   = local.config.site_name
  })
}
