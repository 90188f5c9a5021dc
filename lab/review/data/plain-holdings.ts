/**
 * What is lost with resources that nothing holds back from being destroyed, and their types without `aws_`. What is here
 * comes from what people and programs put in, not from a declaration, or cannot be made again.
 */
export const PLAIN_HOLDINGS: Readonly<Record<string, string>> = {
  "every table in it":
    "athena_database docdbelastic_cluster keyspaces_keyspace redshiftserverless_namespace s3tables_table_bucket timestreaminfluxdb_db_instance timestreamwrite_database",
  "every row in it": "keyspaces_table s3tables_table timestreamwrite_table",
  "every item in it":
    "cloudfront_key_value_store dynamodb_global_table dynamodb_table_replica simpledb_domain",
  "every object in it": "glacier_vault media_store_container s3control_bucket",
  "every file in it":
    "efs_file_system finspace_kx_volume fsx_file_cache fsx_ontap_file_system fsx_openzfs_volume",
  "every index in it":
    "cloudsearch_domain elasticsearch_domain kendra_index opensearch_domain opensearchserverless_collection",
  "what is in it": "elasticache_serverless_cache finspace_kx_database memorydb_multi_region_cluster",
  "everything on it":
    "lightsail_disk lightsail_instance storagegateway_cached_iscsi_volume storagegateway_stored_iscsi_volume workspaces_workspace",
  "the snapshot":
    "db_cluster_snapshot db_snapshot db_snapshot_copy docdb_cluster_snapshot ebs_snapshot ebs_snapshot_copy ebs_snapshot_import fsx_openzfs_snapshot kinesisanalyticsv2_application_snapshot memorydb_snapshot neptune_cluster_snapshot rds_cluster_snapshot_copy redshift_cluster_snapshot redshiftserverless_snapshot",
  "the backup": "fsx_backup",
  "its recovery points": "backup_logically_air_gapped_vault",
  "the image": "ami ami_copy ami_from_instance",
  "all its logs": "cloudwatch_log_stream",
  "its events": "cloudtrail_event_data_store cloudwatch_event_archive securitylake_data_lake",
  "its metrics": "prometheus_workspace",
  "records that nobody has read": "kinesis_stream",
  "its recordings": "kinesis_video_stream",
  "messages that nobody has read": "mq_broker sqs_queue",
  "every topic in it": "msk_cluster msk_serverless_cluster",
  "everything on its disks": "cloudhsm_v2_cluster emr_cluster sagemaker_notebook_instance",
  "the file systems of its users": "sagemaker_domain",
  "its features": "sagemaker_feature_group",
  "its dashboards": "grafana_workspace",
  "its packages": "codeartifact_repository",
  "its history": "codecommit_repository",
  "its users": "cognito_user directory_service_directory identitystore_user",
  "the identities in it": "cognito_identity_pool",
  "its profiles": "customerprofiles_domain",
  "its faces": "rekognition_collection",
  "the key, and with it all that is encrypted by it": "kms_replica_external_key",
  "the certificates that it issued": "acmpca_certificate_authority",
  "the calls, flows and phone numbers of it": "connect_instance",
  "its places": "location_geofence_collection location_tracker",
  "its policies": "verifiedpermissions_policy_store",
  "all of the account": "organizations_account",
  "everything that it made, with what that holds": "cloudformation_stack cloudformation_stack_set_instance",
};
