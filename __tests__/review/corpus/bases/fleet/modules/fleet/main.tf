variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "subnets" {
  type = list(string)
}

variable "target_group_arn" {
  type = string
}

variable "balancer_group_id" {
  type = string
}

variable "image" {
  type = string
}

variable "min_size" {
  type = number
}

variable "max_size" {
  type = number
}

variable "min_healthy" {
  type        = number
  default     = null
  description = "Percentage that stays healthy while instances are refreshed; without it they are not refreshed."
}

resource "aws_security_group" "server" {
  name_prefix = "${var.name}-"
  description = "Servers"
  vpc_id      = var.vpc_id

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "balancer" {
  security_group_id            = aws_security_group.server.id
  referenced_security_group_id = var.balancer_group_id
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080
}

resource "aws_launch_template" "server" {
  name_prefix            = "${var.name}-"
  image_id               = var.image
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.server.id]
  user_data = base64encode(<<-SCRIPT
    #!/bin/sh
    exec /opt/fleet/server --name ${var.name} --port 8080
  SCRIPT
  )
}

resource "aws_autoscaling_group" "server" {
  name                      = var.name
  min_size                  = var.min_size
  max_size                  = var.max_size
  vpc_zone_identifier       = var.subnets
  target_group_arns         = [var.target_group_arn]
  health_check_type         = "ELB"
  health_check_grace_period = 120
  wait_for_capacity_timeout = "0"

  launch_template {
    id      = aws_launch_template.server.id
    version = aws_launch_template.server.latest_version
  }

  dynamic "instance_refresh" {
    for_each = var.min_healthy == null ? [] : [var.min_healthy]

    content {
      strategy = "Rolling"

      preferences {
        min_healthy_percentage = instance_refresh.value
      }
    }
  }
}
