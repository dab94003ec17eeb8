resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/openapi/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    spec_uri = "s3://${aws_s3_object.spec.bucket}/${aws_s3_object.spec.key}"
    etag     = aws_s3_object.spec.etag
  })
}
