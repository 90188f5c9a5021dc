/** An argument that says how long something is kept. */
export interface Retention {
  /** As a change calls it. */
  readonly path: string;
  /** What is kept, in the plural. */
  readonly what: string;
  /** Whether none, or 0, is for ever rather than not at all. @default false */
  readonly isForever?: true;
}

const backups = (path: string): readonly Retention[] => [{ path, what: "automatic backups" }];
const snapshots = backups("snapshot_retention_limit");
const ofDatabase = backups("backup_retention_period");
const ofFiles = backups("automatic_backup_retention_days");

/** By type. */
export const RETENTIONS: ReadonlyMap<string, readonly Retention[]> = new Map<string, readonly Retention[]>([
  ["aws_cloudwatch_log_group", [{ path: "retention_in_days", what: "log events", isForever: true }]],
  ["aws_cloudwatch_event_archive", [{ path: "retention_days", what: "events", isForever: true }]],
  ["aws_cloudtrail_event_data_store", [{ path: "retention_period", what: "events" }]],
  ["aws_kinesis_stream", [{ path: "retention_period", what: "records" }]],
  ["aws_kinesis_video_stream", [{ path: "data_retention_in_hours", what: "recordings" }]],
  ["aws_sqs_queue", [{ path: "message_retention_seconds", what: "messages" }]],
  ["aws_prometheus_workspace_configuration", [{ path: "retention_period_in_days", what: "metrics" }]],
  [
    "aws_timestreamwrite_table",
    [
      {
        path: "retention_properties[0].magnetic_store_retention_period_in_days",
        what: "records on disk",
      },
    ],
  ],
  ["aws_db_instance", ofDatabase],
  ["aws_docdb_cluster", ofDatabase],
  ["aws_docdbelastic_cluster", ofDatabase],
  ["aws_neptune_cluster", ofDatabase],
  ["aws_rds_cluster", ofDatabase],
  ["aws_redshift_cluster", backups("automated_snapshot_retention_period")],
  ["aws_elasticache_cluster", snapshots],
  ["aws_elasticache_replication_group", snapshots],
  ["aws_elasticache_serverless_cache", snapshots],
  ["aws_memorydb_cluster", snapshots],
  ["aws_fsx_lustre_file_system", ofFiles],
  ["aws_fsx_ontap_file_system", ofFiles],
  ["aws_fsx_openzfs_file_system", ofFiles],
  ["aws_fsx_windows_file_system", ofFiles],
]);

/** How long a value keeps something; undefined where it says nothing. */
export function lifespanOf(value: unknown, { isForever }: Retention): number | undefined {
  if (value === undefined || value === null || value === "")
    return isForever === true ? Number.POSITIVE_INFINITY : undefined;
  const span = Number(value);
  if (!Number.isFinite(span) || span < 0) return undefined;
  return span === 0 && isForever === true ? Number.POSITIVE_INFINITY : span;
}
