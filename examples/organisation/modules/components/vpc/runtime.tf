resource "aws_ssm_parameter" "runtime" {
  name = "${var.iac_prefix}/vpc/${var.nickname}/runtime"
  type = "String"
  value = jsonencode({
    vpc_id                    = aws_vpc.this.id
    cidr_block                = aws_vpc.this.cidr_block
    public_subnet_ids         = [for subnet in aws_subnet.public : subnet.id]
    private_subnet_ids        = [for subnet in aws_subnet.private : subnet.id]
    default_security_group_id = aws_vpc.this.default_security_group_id
  })
}
