# Work in progress, merged by mistake on a Friday.
resource "aws_cron_job" "backup" {
  schedule = "0 3 * * *"
  command  = "clickhouse-backup create_remote ${var.nickname
