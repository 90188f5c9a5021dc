# What the constructs of alb-lab need. Add what your own resources need beside them.

locals {
  bucket = "arn:aws:s3:::${var.state_bucket}"
  states = { for name in var.environments : name => "${local.bucket}/${var.state_prefix}${name}.tfstate" }

  # No object of a bucket, no parameter and no secret can be read with this, except the state.
  read = [{
    Effect = "Allow"
    Action = [
      "acm:DescribeCertificate",
      "acm:ListTagsForCertificate",
      "ec2:Describe*",
      "elasticloadbalancing:Describe*",
      "iam:GetInstanceProfile",
      "iam:GetRole",
      "iam:GetRolePolicy",
      "iam:ListAttachedRolePolicies",
      "iam:ListInstanceProfilesForRole",
      "iam:ListRolePolicies",
      "logs:DescribeLogGroups",
      "logs:ListTagsForResource",
      "route53:GetChange",
      "route53:GetHostedZone",
      "route53:ListResourceRecordSets",
      "s3:GetAccelerateConfiguration",
      "s3:GetBucket*",
      "s3:GetEncryptionConfiguration",
      "s3:GetLifecycleConfiguration",
      "s3:GetReplicationConfiguration",
    ]
    Resource = "*"
  }]

  read_state = {
    for name, state in local.states : name => [
      { Effect = "Allow", Action = "s3:GetObject", Resource = state },
      { Effect = "Allow", Action = "s3:ListBucket", Resource = local.bucket },
    ]
  }

  # the state, and the lock beside it
  write_state = {
    for name, state in local.states : name => [
      { Effect = "Allow", Action = "s3:PutObject", Resource = state },
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
        Resource = "${state}.tflock"
      },
    ]
  }

  change = {
    for name in var.environments : name => [
      {
        Effect    = "Allow"
        Action    = ["ec2:*", "elasticloadbalancing:*", "acm:*"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:RequestedRegion" = var.region } }
      },
      {
        Effect = "Allow"
        Action = [
          "iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile", "iam:CreateRole", "iam:DeleteInstanceProfile",
          "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:PutRolePolicy", "iam:RemoveRoleFromInstanceProfile",
          "iam:TagInstanceProfile", "iam:TagRole", "iam:UntagInstanceProfile", "iam:UntagRole",
          "iam:UpdateAssumeRolePolicy", "iam:UpdateRole",
        ]
        Resource = [
          "arn:aws:iam::${local.account}:role/${name}-*",
          "arn:aws:iam::${local.account}:instance-profile/${name}-*",
        ]
      },
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = "arn:aws:iam::${local.account}:role/${name}-*"
        Condition = {
          StringEquals = { "iam:PassedToService" = ["ec2.amazonaws.com", "vpc-flow-logs.amazonaws.com"] }
        }
      },
      {
        Effect    = "Allow"
        Action    = "iam:CreateServiceLinkedRole"
        Resource  = "*"
        Condition = { StringEquals = { "iam:AWSServiceName" = "elasticloadbalancing.amazonaws.com" } }
      },
      {
        Effect   = "Allow"
        Action   = "logs:*"
        Resource = "arn:aws:logs:${var.region}:${local.account}:log-group:/alb-lab/${name}/*"
      },
      { Effect = "Allow", Action = "s3:*", Resource = "arn:aws:s3:::${name}-access-logs-*" },
      # name the hosted zone here where only one is used
      { Effect = "Allow", Action = "route53:ChangeResourceRecordSets", Resource = "arn:aws:route53:::hostedzone/*" },
      # the newest machine image, which EC2 looks up with the right of whoever launches an instance
      {
        Effect   = "Allow"
        Action   = "ssm:GetParameters"
        Resource = "arn:aws:ssm:${var.region}::parameter/aws/service/ami-amazon-linux-latest/*"
      },
    ]
  }
}
