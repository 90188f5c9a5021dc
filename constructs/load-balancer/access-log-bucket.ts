import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA as Encryption } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA as Versioning } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { PropChecks } from "../checks/prop-checks";
import { flag, type Kind, known, matching, required, whole } from "../checks/prop-kinds";
import type { Shape } from "../checks/prop-shapes";
import { isRegion, partitionOf } from "../network/zone";
import { declare } from "../terraform/declare";
import { literal } from "../terraform/literal";
import { LOG_PREFIX, type LogDestination } from "./load-balancer-attributes";
import { logWriter } from "./log-writer";

/** Where access logs go, and for how long. */
export interface AccessLogBucketProps {
  /** Region of the load balancer; the bucket must be there too, and it decides who writes the logs. */
  readonly region: string;
  /** Account of the load balancer, 12 digits: the policy admits its logs only. */
  readonly account: string;
  /** Days after which logs are deleted, 1 to 3650. @default 90 */
  readonly retentionDays?: number;
  /** Deletes the logs together with the bucket; otherwise a bucket with logs cannot be destroyed. @default false */
  readonly deleteWithLogs?: boolean;
  /** Folder of the logs, without `AWSLogs`. @default "alb" */
  readonly prefix?: string;
}

/** An AWS region. */
export const REGION: Kind = known({
  id: "region-malformed",
  must: "a region",
  fix: "write it as ap-northeast-2",
  accepts: isRegion,
});

/** An AWS account. */
export const ACCOUNT = matching(
  /^\d{12}$/,
  "an account id: a text of 12 digits",
  "account-malformed",
  "copy it from the account's settings",
);

const BUCKET: Shape<AccessLogBucketProps> = {
  region: required(REGION),
  account: required(ACCOUNT),
  retentionDays: whole(1, 3650, "log-retention"),
  deleteWithLogs: flag,
  prefix: LOG_PREFIX,
};

/**
 * A bucket for a load balancer's access logs: private, encrypted by S3, versioned, emptied by age, and writable
 * by the region's log writer for one account only.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export class AccessLogBucket extends Construct {
  public readonly bucket: S3Bucket;
  /** What to give to the load balancer's `accessLogs`. */
  public readonly destination: LogDestination;

  public constructor(scope: Construct, id: string, given: AccessLogBucketProps) {
    super(scope, id);
    const props = new PropChecks(this, () => this.bucket).props(given, BUCKET);
    const { retentionDays = 90, prefix = "alb" } = props;
    const made = declare(this, () => {
      const bucketPrefix = `${this.node.path
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-/, "")
        .slice(0, 35)}-`;
      const bucket = new S3Bucket(this, "bucket", {
        bucketPrefix,
        forceDestroy: props.deleteWithLogs ?? false,
      });
      const policy = this.declareAccess(bucket, policyFor(bucket.arn, prefix, props));
      this.declareStorage(bucket, retentionDays);
      return { bucket, destination: { bucketName: bucket.id, prefix, dependsOn: [policy] } };
    });
    this.bucket = made.bucket;
    this.destination = made.destination;
  }

  /** S3 refuses changes to access settings at the same time, so each waits for the one before. */
  private declareAccess(bucket: S3Bucket, policy: string): S3BucketPolicy {
    const ownership = new S3BucketOwnershipControls(this, "ownership", {
      bucket: bucket.id,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    const block = new S3BucketPublicAccessBlock(this, "public-access-block", {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
      dependsOn: [ownership],
    });
    return new S3BucketPolicy(this, "policy", { bucket: bucket.id, policy, dependsOn: [block] });
  }

  /** Log delivery can only encrypt with S3's own keys. */
  private declareStorage(bucket: S3Bucket, retentionDays: number): void {
    new Encryption(this, "encryption", {
      bucket: bucket.id,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
    const versioning = new Versioning(this, "versioning", {
      bucket: bucket.id,
      versioningConfiguration: { status: "Enabled" },
    });
    new S3BucketLifecycleConfiguration(this, "lifecycle", {
      bucket: bucket.id,
      transitionDefaultMinimumObjectSize: "all_storage_classes_128K",
      rule: [
        {
          id: "expire",
          status: "Enabled",
          filter: [{ prefix: "" }],
          expiration: [{ days: retentionDays }],
          noncurrentVersionExpiration: [{ noncurrentDays: 1 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 1 }],
        },
      ],
      dependsOn: [versioning],
    });
  }
}

/** All references in the policy are plain texts without quotes, so it can be composed as JSON text. */
function policyFor(bucketArn: string, prefix: string, props: AccessLogBucketProps): string {
  const { region = "", account } = props;
  const writer = logWriter(region);
  const loadBalancers = `arn:${partitionOf(region)}:elasticloadbalancing:${region}:${account}:loadbalancer/*`;
  const narrowed = "Service" in writer ? { Condition: { ArnLike: { "aws:SourceArn": loadBalancers } } } : {};
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "LoadBalancerWritesLogs",
        Effect: "Allow",
        Principal: writer,
        Action: "s3:PutObject",
        Resource: `${bucketArn}/${literal(prefix)}/AWSLogs/${account}/*`,
        ...narrowed,
      },
      {
        Sid: "OnlyEncryptedTransport",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [bucketArn, `${bucketArn}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
  });
}
