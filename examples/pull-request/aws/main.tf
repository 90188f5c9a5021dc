# What the workflows need in AWS: GitHub as an identity provider, the bucket of the states, and two roles for each
# environment, one that may only read (plan) and one that may change it (apply).
#
#   terraform init && terraform apply
#
# With an account for each environment, apply it in every account with that one environment.

terraform {
  required_version = ">= 1.10"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }
}

variable "repository" {
  description = "The repository as GitHub's tokens name it: owner/name, or owner@id/name@id. The README tells which"
  type        = string
  validation {
    condition     = can(regex("^[\\w.-]+(@[0-9]+)?/[\\w.-]+(@[0-9]+)?$", var.repository))
    error_message = "repository must be owner/name or owner@id/name@id, without wildcards"
  }
}

variable "region" {
  description = "Region of the environments and of the state bucket"
  type        = string
}

variable "environments" {
  description = "Names of the stacks that are in this account"
  type        = set(string)
  default     = ["dev", "staging", "prod"]
}

variable "state_bucket" {
  description = "Name of the bucket for the states; it is created"
  type        = string
}

variable "state_prefix" {
  description = "What the key of every state begins with; dev's is <prefix>dev.tfstate"
  type        = string
  default     = "alb-lab/"
}

provider "aws" {
  region = var.region
}

data "aws_caller_identity" "here" {}

locals {
  account = data.aws_caller_identity.here.account_id
  issuer  = "token.actions.githubusercontent.com"
}

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://${local.issuer}"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_s3_bucket" "state" {
  bucket = var.state_bucket
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket_versioning" "state" {
  bucket = aws_s3_bucket.state.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_public_access_block" "state" {
  bucket                  = aws_s3_bucket.state.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

output "variables" {
  description = "What to set as variables of the repository on GitHub"
  value = merge(
    { AWS_REGION = var.region },
    { for name, role in aws_iam_role.plan : "PLAN_ROLE_ARN_${upper(name)}" => role.arn },
    { for name, role in aws_iam_role.apply : "APPLY_ROLE_ARN_${upper(name)}" => role.arn },
  )
}
