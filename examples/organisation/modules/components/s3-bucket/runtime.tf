resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/s3-bucket/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    bucket_name        = aws_s3_bucket.this.bucket
    bucket_arn         = aws_s3_bucket.this.arn
    bucket_domain_name = aws_s3_bucket.this.bucket_regional_domain_name
  })
}
