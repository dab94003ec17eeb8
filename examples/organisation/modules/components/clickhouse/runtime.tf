resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/clickhouse/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    instance_id = aws_instance.this.id
    private_ip  = aws_instance.this.private_ip
    endpoint    = "https://${aws_instance.this.private_dns}:8443"
  })
}
