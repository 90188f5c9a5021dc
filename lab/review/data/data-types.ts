import { PLAIN_HOLDINGS } from "./plain-holdings";

/** What a resource says of itself: as a state has it, or as a plan tells what is destroyed. */
export interface Declared {
  readonly type: string;
  value(name: string): unknown;
}

/** A type of resource that holds what does not come back. */
interface Holding {
  /** What is lost, such as `every object in it`. */
  readonly what: string;
  /** What holds AWS or Terraform back from losing it, as far as a resource says; absent: nothing. */
  readonly guard?: (resource: Declared) => string | undefined;
  /** What comes after the destruction, such as a time in which it can be taken back. */
  readonly respite?: (resource: Declared) => string | undefined;
}

const isOn = (resource: Declared, name: string) => String(resource.value(name)) === "true";
const unless = (name: string, reason: string) => (resource: Declared) =>
  resource.value(name) === undefined || String(resource.value(name)) === "false" ? reason : undefined;
const where = (name: string, reason: string) => (resource: Declared) =>
  isOn(resource, name) ? reason : undefined;

const PROTECTED = where("deletion_protection", "AWS refuses it while deletion_protection is on");
const snapshot = (resource: Declared) =>
  PROTECTED(resource) ??
  (!isOn(resource, "skip_final_snapshot") && typeof resource.value("final_snapshot_identifier") === "string"
    ? `a last snapshot, ${resource.value("final_snapshot_identifier")}, is made before`
    : undefined);
const cache = (resource: Declared) =>
  typeof resource.value("final_snapshot_identifier") === "string"
    ? "a last snapshot is made before"
    : undefined;
const days = (name: string, standard: number) => (resource: Declared) => {
  const value = resource.value(name) ?? standard;
  return Number(value) === 0 ? undefined : `it can be taken back for ${Number(value) || standard} days`;
};

const finalBackup = (resource: Declared) =>
  String(resource.value("skip_final_backup")) === "false" ? "a last backup is made before" : undefined;

const DATABASE: Holding = { what: "every table in it", guard: snapshot };
const CACHE: Holding = { what: "what is in it", guard: cache };
const FILES: Holding = { what: "every file in it", guard: finalBackup };
const KEY: Holding = {
  what: "the key, and with it all that is encrypted by it",
  respite: days("deletion_window_in_days", 30),
};

/** By type, where something may hold the destruction back. */
const GUARDED: Readonly<Record<string, Holding>> = {
  aws_backup_vault: {
    what: "its recovery points",
    guard: unless("force_destroy", "AWS refuses it while something is in it"),
  },
  aws_cloudwatch_log_group: {
    what: "all its logs",
    guard: where("skip_destroy", "the group stays in AWS (skip_destroy)"),
  },
  aws_cognito_user_pool: {
    what: "its users and their passwords",
    guard: (resource) =>
      resource.value("deletion_protection") === "ACTIVE"
        ? "AWS refuses it while deletion_protection is ACTIVE"
        : undefined,
  },
  aws_db_instance: DATABASE,
  aws_docdb_cluster: DATABASE,
  aws_dsql_cluster: {
    what: "every table in it",
    guard: where("deletion_protection_enabled", "AWS refuses it while deletion_protection_enabled is on"),
  },
  aws_dynamodb_table: {
    what: "every item in it",
    guard: where("deletion_protection_enabled", "AWS refuses it while deletion_protection_enabled is on"),
  },
  aws_ebs_volume: {
    what: "everything on it",
    guard: where("final_snapshot", "a last snapshot is made before"),
  },
  aws_ecr_repository: {
    what: "its images",
    guard: unless("force_delete", "AWS refuses it while images are in it"),
  },
  aws_ecrpublic_repository: {
    what: "its images",
    guard: unless("force_destroy", "AWS refuses it while images are in it"),
  },
  aws_elasticache_cluster: CACHE,
  aws_elasticache_replication_group: CACHE,
  aws_fsx_lustre_file_system: FILES,
  aws_fsx_ontap_volume: FILES,
  aws_fsx_openzfs_file_system: FILES,
  aws_fsx_windows_file_system: FILES,
  aws_kms_external_key: KEY,
  aws_kms_key: KEY,
  aws_lightsail_bucket: {
    what: "every object in it",
    guard: unless("force_delete", "AWS refuses it while objects are in it"),
  },
  aws_lightsail_database: {
    what: "every table in it",
    guard: (resource) =>
      typeof resource.value("final_snapshot_name") === "string"
        ? "a last snapshot is made before"
        : undefined,
  },
  aws_memorydb_cluster: {
    what: "what is in it",
    guard: (resource) =>
      typeof resource.value("final_snapshot_name") === "string"
        ? "a last snapshot is made before"
        : undefined,
  },
  aws_neptune_cluster: DATABASE,
  aws_neptunegraph_graph: { what: "every node in it", guard: PROTECTED },
  aws_paymentcryptography_key: KEY,
  aws_qldb_ledger: { what: "every document in it", guard: PROTECTED },
  aws_rds_cluster: DATABASE,
  aws_redshift_cluster: DATABASE,
  aws_route53_zone: {
    what: "its name servers, which the domain is delegated to, and every record in it",
    guard: unless("force_destroy", "AWS refuses it while records are in it that Terraform has not made"),
  },
  aws_s3_bucket: {
    what: "every object in it",
    guard: unless(
      "force_destroy",
      "AWS refuses it while objects are in it (BucketNotEmpty), and the apply ends there",
    ),
  },
  aws_s3_directory_bucket: {
    what: "every object in it",
    guard: unless("force_destroy", "AWS refuses it while objects are in it, and the apply ends there"),
  },
  aws_secretsmanager_secret: { what: "the secret", respite: days("recovery_window_in_days", 30) },
};

/** Whether it is held at all: what is not listed holds nothing that its own declaration does not say. */
const HOLDINGS: ReadonlyMap<string, Holding> = new Map<string, Holding>([
  ...Object.entries(PLAIN_HOLDINGS).flatMap(([what, types]) =>
    types.split(/\s+/).map((type) => [`aws_${type}`, { what }] as const),
  ),
  ...Object.entries(GUARDED),
]);

export const DATA_TYPES: ReadonlySet<string> = new Set(HOLDINGS.keys());

/** What is lost with a resource; undefined where its type holds nothing. */
export function holdingOf(resource: Declared) {
  const holding = HOLDINGS.get(resource.type);
  if (holding === undefined) return undefined;
  return { what: holding.what, guard: holding.guard?.(resource), respite: holding.respite?.(resource) };
}
