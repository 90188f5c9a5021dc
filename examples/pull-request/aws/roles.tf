# A role is for one environment, and for one kind of job: the token of the job says which it is.

locals {
  # what a job's token says of itself: any pull request of the repository, or a job of one GitHub environment
  subjects = {
    for name in var.environments : name => {
      plan  = "repo:${var.repository}:pull_request"
      apply = "repo:${var.repository}:environment:${name}"
    }
  }
  trust = {
    for name, kinds in local.subjects : name => {
      for kind, subject in kinds : kind => jsonencode({
        Version = "2012-10-17"
        Statement = [{
          Effect    = "Allow"
          Action    = "sts:AssumeRoleWithWebIdentity"
          Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
          Condition = {
            StringEquals = {
              "${local.issuer}:aud" = "sts.amazonaws.com"
              "${local.issuer}:sub" = subject
            }
          }
        }]
      })
    }
  }
}

resource "aws_iam_role" "plan" {
  for_each             = var.environments
  name                 = "alb-lab-plan-${each.key}"
  assume_role_policy   = local.trust[each.key].plan
  max_session_duration = 3600
}

resource "aws_iam_role" "apply" {
  for_each             = var.environments
  name                 = "alb-lab-apply-${each.key}"
  assume_role_policy   = local.trust[each.key].apply
  max_session_duration = 3600
}

resource "aws_iam_role_policy" "plan" {
  for_each = var.environments
  name     = "plan"
  role     = aws_iam_role.plan[each.key].id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat(local.read, local.read_state[each.key])
  })
}

resource "aws_iam_role_policy" "apply" {
  for_each = var.environments
  name     = "apply"
  role     = aws_iam_role.apply[each.key].id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat(local.read, local.read_state[each.key], local.write_state[each.key], local.change[each.key])
  })
}
