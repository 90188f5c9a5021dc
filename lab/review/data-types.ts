import type { Resource } from "../topology";

/** A type of resource that holds what does not come back. */
interface Holding {
  /** What is lost, such as `every object in it`. */
  readonly what: string;
  /** What holds AWS or Terraform back from losing it, as far as a resource says; absent: nothing. */
  readonly guard?: (resource: Resource) => string | undefined;
  /** What comes after the destruction, such as a time in which it can be taken back. */
  readonly respite?: (resource: Resource) => string | undefined;
}

const isOn = (resource: Resource, name: string) => String(resource.value(name)) === "true";
const unless = (name: string, reason: string) => (resource: Resource) =>
  resource.value(name) === undefined || String(resource.value(name)) === "false" ? reason : undefined;
const where = (name: string, reason: string) => (resource: Resource) =>
  isOn(resource, name) ? reason : undefined;

const PROTECTED = where("deletion_protection", "AWS refuses it while deletion_protection is on");
const snapshot = (resource: Resource) =>
  PROTECTED(resource) ??
  (!isOn(resource, "skip_final_snapshot") && typeof resource.value("final_snapshot_identifier") === "string"
    ? `a last snapshot, ${resource.value("final_snapshot_identifier")}, is made before`
    : undefined);
const cache = (resource: Resource) =>
  typeof resource.value("final_snapshot_identifier") === "string"
    ? "a last snapshot is made before"
    : undefined;
const days = (name: string, standard: number) => (resource: Resource) => {
  const value = resource.value(name) ?? standard;
  return Number(value) === 0 ? undefined : `it can be taken back for ${Number(value) || standard} days`;
};

const DATABASE: Holding = { what: "every table in it", guard: snapshot };

/** By type; what is not here holds nothing that its own declaration does not say. */
const HOLDINGS: Readonly<Record<string, Holding>> = {
  aws_backup_vault: {
    what: "its recovery points",
    guard: unless("force_destroy", "AWS refuses it while something is in it"),
  },
  aws_cloudwatch_log_group: {
    what: "all its logs",
    guard: where("skip_destroy", "the group stays in AWS (skip_destroy)"),
  },
  aws_cognito_user_pool: { what: "its users and their passwords" },
  aws_db_instance: DATABASE,
  aws_docdb_cluster: DATABASE,
  aws_dynamodb_table: {
    what: "every item in it",
    guard: where("deletion_protection_enabled", "AWS refuses it while deletion_protection_enabled is on"),
  },
  aws_ebs_snapshot: { what: "the snapshot" },
  aws_ebs_volume: {
    what: "everything on it",
    guard: where("final_snapshot", "a last snapshot is made before"),
  },
  aws_ecr_repository: {
    what: "its images",
    guard: unless("force_delete", "AWS refuses it while images are in it"),
  },
  aws_efs_file_system: { what: "every file in it" },
  aws_elasticache_cluster: { what: "what is in it", guard: cache },
  aws_elasticache_replication_group: { what: "what is in it", guard: cache },
  aws_fsx_lustre_file_system: { what: "every file in it" },
  aws_kinesis_stream: { what: "records that nobody has read" },
  aws_kms_key: {
    what: "the key, and with it all that is encrypted by it",
    respite: days("deletion_window_in_days", 30),
  },
  aws_neptune_cluster: DATABASE,
  aws_opensearch_domain: { what: "every index in it" },
  aws_rds_cluster: DATABASE,
  aws_redshift_cluster: DATABASE,
  aws_s3_bucket: {
    what: "every object in it",
    guard: unless(
      "force_destroy",
      "AWS refuses it while objects are in it (BucketNotEmpty), and the apply ends there",
    ),
  },
  aws_secretsmanager_secret: { what: "the secret", respite: days("recovery_window_in_days", 30) },
  aws_sqs_queue: { what: "messages that nobody has read" },
};

export const DATA_TYPES: readonly string[] = Object.keys(HOLDINGS);

/** What is lost with a resource; undefined where its type holds nothing. */
export function holdingOf(resource: Resource) {
  const holding = HOLDINGS[resource.type];
  if (holding === undefined) return undefined;
  return { what: holding.what, guard: holding.guard?.(resource), respite: holding.respite?.(resource) };
}
