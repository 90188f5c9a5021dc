/** Where a type keeps the name that no two of it may have, and what else has to be the same for two to be in each other's way. */
export interface UniqueName {
  readonly argument: string;
  readonly within?: string;
  /** Argument that has AWS or the provider make a name up; absent where there is none. */
  readonly prefix?: string;
}

const named: UniqueName = { argument: "name" };
const prefixed: UniqueName = { argument: "name", prefix: "name_prefix" };

const byType: Readonly<Record<string, UniqueName>> = {
  aws_autoscaling_group: prefixed,
  aws_cloudwatch_log_group: prefixed,
  aws_db_instance: { argument: "identifier" },
  aws_db_subnet_group: prefixed,
  aws_dynamodb_table: named,
  aws_ecr_repository: named,
  aws_iam_instance_profile: prefixed,
  aws_iam_policy: prefixed,
  aws_iam_role: prefixed,
  aws_iam_server_certificate: prefixed,
  aws_iam_user: named,
  aws_key_pair: { argument: "key_name", prefix: "key_name_prefix" },
  aws_kms_alias: prefixed,
  aws_lambda_function: { argument: "function_name" },
  aws_launch_configuration: prefixed,
  aws_launch_template: prefixed,
  aws_lb: prefixed,
  aws_lb_target_group: prefixed,
  aws_rds_cluster: { argument: "cluster_identifier" },
  aws_s3_bucket: { argument: "bucket", prefix: "bucket_prefix" },
  aws_secretsmanager_secret: prefixed,
  aws_security_group: { ...prefixed, within: "vpc_id" },
  aws_ssm_parameter: named,
  aws_wafv2_ip_set: { ...named, within: "scope" },
  aws_wafv2_web_acl: { ...prefixed, within: "scope" },
};

/** Undefined: two of the type may have the same name, or nobody knows here. */
export function uniqueNameOf(type: string): UniqueName | undefined {
  return byType[type.replace(/^aws_alb(?=_|$)/, "aws_lb")];
}
