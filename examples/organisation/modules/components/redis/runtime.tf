resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/redis/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    primary_endpoint = aws_elasticache_replication_group.this.primary_endpoint_address
    reader_endpoint  = aws_elasticache_replication_group.this.reader_endpoint_address
    port             = 6379
  })
}
