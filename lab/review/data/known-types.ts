/**
 * Types whose destruction a risk tells of where requests or data depend on it, without the name of their provider: silence
 * of all risks means something.
 */
const JUDGED =
  /^(?:a?lb|a?lb_.+|instance|launch_(?:template|configuration)|autoscaling_.+|vpc|subnet|route|route_table|route_table_association|main_route_table_association|internet_gateway|nat_gateway|egress_only_internet_gateway|eip|eip_association|network_acl.*|network_interface.*|default_.+|security_group|security_group_rule|vpc_security_group_.+|acm_certificate|acm_certificate_validation|route53_record|wafv2_web_acl_association|wafregional_web_acl_association|wafv2_web_acl_logging_configuration|flow_log)$/;

/** Types that neither serve requests nor hold data: what they say can be said again. */
const HARMLESS = new Set(
  `accessanalyzer_analyzer accessanalyzer_archive_rule ami_launch_permission appautoscaling_policy
  appautoscaling_scheduled_action appautoscaling_target backup_plan backup_selection backup_vault_notifications
  budgets_budget budgets_budget_action ce_anomaly_monitor ce_anomaly_subscription ce_cost_category
  cloudwatch_composite_alarm cloudwatch_dashboard cloudwatch_event_permission cloudwatch_log_metric_filter
  cloudwatch_log_subscription_filter cloudwatch_metric_alarm cloudwatch_metric_stream cloudwatch_query_definition
  codedeploy_deployment_config config_config_rule config_configuration_recorder_status config_delivery_channel
  cur_report_definition dlm_lifecycle_policy ec2_tag ecr_lifecycle_policy ecr_repository_policy
  ecs_capacity_provider ecs_cluster_capacity_providers ecs_task_definition guardduty_filter iam_group
  iam_group_membership iam_group_policy iam_group_policy_attachment iam_instance_profile iam_policy
  iam_policy_attachment iam_role iam_role_policies_exclusive iam_role_policy iam_role_policy_attachment
  iam_role_policy_attachments_exclusive iam_user_group_membership iam_user_policy iam_user_policy_attachment
  inspector2_enabler key_pair kms_alias placement_group resourcegroups_group s3_account_public_access_block
  s3_bucket_acl s3_bucket_analytics_configuration s3_bucket_intelligent_tiering_configuration s3_bucket_inventory
  s3_bucket_lifecycle_configuration s3_bucket_logging s3_bucket_metric s3_bucket_notification
  s3_bucket_ownership_controls s3_bucket_policy s3_bucket_public_access_block
  s3_bucket_request_payment_configuration s3_bucket_server_side_encryption_configuration s3_bucket_versioning
  securityhub_finding_aggregator sns_topic sns_topic_policy sns_topic_subscription sqs_queue_policy
  ssm_association ssm_maintenance_window ssm_maintenance_window_target ssm_maintenance_window_task
  ssm_patch_baseline ssm_patch_group vpc_dhcp_options xray_group xray_sampling_rule`.split(/\s+/),
);

/** Settings of databases and caches, which AWS does not destroy while one uses them. */
const SETTINGS =
  /^(?:db|rds|docdb|neptune|elasticache|memorydb|redshift|dax)_.*(?:parameter|option|subnet)_group$/;

/** Providers whose resources neither serve requests nor hold data. */
const OTHER = /^(?:archive|cloudinit|local|null|random|terraform|time|tls)_/;

/** Whether it can be told what depends on resources of a type. */
export function isKnownType(type: string): boolean {
  if (!type.startsWith("aws_")) return OTHER.test(type);
  const name = type.slice("aws_".length);
  return JUDGED.test(name) || HARMLESS.has(name) || SETTINGS.test(name);
}
