/** Where a type keeps the name that no two of it may have, and what else has to be the same for two to be in each other's way. */
export interface UniqueName {
  readonly argument: string;
  readonly within?: string;
}

const named: UniqueName = { argument: "name" };

const byType: Readonly<Record<string, UniqueName>> = {
  aws_autoscaling_group: named,
  aws_cloudwatch_log_group: named,
  aws_db_instance: { argument: "identifier" },
  aws_db_subnet_group: named,
  aws_dynamodb_table: named,
  aws_ecr_repository: named,
  aws_iam_instance_profile: named,
  aws_iam_policy: named,
  aws_iam_role: named,
  aws_iam_server_certificate: named,
  aws_iam_user: named,
  aws_key_pair: { argument: "key_name" },
  aws_kms_alias: named,
  aws_lambda_function: { argument: "function_name" },
  aws_launch_configuration: named,
  aws_launch_template: named,
  aws_lb: named,
  aws_lb_target_group: named,
  aws_rds_cluster: { argument: "cluster_identifier" },
  aws_s3_bucket: { argument: "bucket" },
  aws_secretsmanager_secret: named,
  aws_security_group: { argument: "name", within: "vpc_id" },
  aws_ssm_parameter: named,
  aws_wafv2_ip_set: { argument: "name", within: "scope" },
  aws_wafv2_web_acl: { argument: "name", within: "scope" },
};

/** Undefined: two of the type may have the same name, or nobody knows here. */
export function uniqueNameOf(type: string): UniqueName | undefined {
  return byType[type.replace(/^aws_alb(?=_|$)/, "aws_lb")];
}
