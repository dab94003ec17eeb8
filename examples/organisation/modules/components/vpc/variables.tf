variable "iac_prefix" {
  description = "Where components publish in Parameter Store"
  type        = string
  default     = "/iac"
}

variable "nickname" {
  description = "Nickname of the component that is deployed"
  type        = string
}
