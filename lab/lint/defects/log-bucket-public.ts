import type { Resource } from "../../topology";
import type { Defect } from "../defect";
import { logBucketsOf, ofBucket } from "../log-buckets";
import { flagOf, textOf } from "../policy";
import type { Subject } from "../subject";
import { enumerate, quoted } from "../values";

const BLOCKS = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];

/** Access logs hold addresses and paths of clients, so no mistake may show them to everybody. */
export const logBucketPublic: Defect = {
  id: "log-bucket-public",
  severity: "warning",
  facts: [
    "CKV2_AWS_6",
    "CKV_AWS_53",
    "CKV_AWS_54",
    "CKV_AWS_55",
    "CKV_AWS_56",
    "AWS-0086",
    "AWS-0087",
    "AWS-0091",
    "AWS-0092",
    "AWS-0093",
    "AWS-0094",
    "S3.8",
    "AwsSolutions-S2",
  ],
  *find(subject) {
    const fix = `set ${enumerate(BLOCKS)} to true in aws_s3_bucket_public_access_block`;
    for (const bucket of logBucketsOf(subject)) {
      const { found, mayBeMore } = ofBucket(subject, bucket, "aws_s3_bucket_public_access_block");
      if (found.length === 0 && !mayBeMore && !isAccountBlocked(subject))
        yield { at: bucket, message: "a log bucket must have a public access block, got none", fix };
      for (const at of found) {
        const open = BLOCKS.filter((name) => flagOf(at, [name], false) === false);
        if (open.length > 0) yield { at, message: `${enumerate(open)} must be true, got false`, fix };
      }
      yield* publicAcls(subject, bucket);
    }
  },
};

function isAccountBlocked(subject: Subject): boolean {
  return subject
    .resources("aws_s3_account_public_access_block")
    .some((block) => BLOCKS.every((name) => flagOf(block, [name], false) !== false));
}

function* publicAcls(subject: Subject, bucket: Resource) {
  for (const at of [bucket, ...ofBucket(subject, bucket, "aws_s3_bucket_acl").found]) {
    const acl = textOf(at, ["acl"], "private");
    if (acl === undefined || !/^(public-|website$|authenticated-read$)/.test(acl)) continue;
    yield { at, message: `acl of a log bucket must not be public, got ${quoted(acl)}`, fix: "remove acl" };
  }
}
