import type { Block } from "../../topology";
import type { Defect } from "../defect";
import { besideLogBuckets } from "../log-buckets";
import { blocksOf, isSet, textOf } from "../policy";

/** Parts of uploads that never ended are not seen, and cost all the same. */
export const logBucketKeepsFailedUploads: Defect = {
  id: "log-bucket-keeps-failed-uploads",
  severity: "warning",
  facts: ["CKV_AWS_300"],
  *find(subject) {
    for (const { companion } of besideLogBuckets(subject, "aws_s3_bucket_lifecycle_configuration")) {
      const rules = blocksOf(companion, "rule");
      if (rules === undefined || rules.some(mayEndUploads)) continue;
      yield {
        at: companion,
        message: "a rule must have abort_incomplete_multipart_upload for the whole bucket, got none",
        fix: "add abort_incomplete_multipart_upload with days_after_initiation to an enabled rule without a filter",
      };
    }
  },
};

function mayEndUploads(rule: Block): boolean {
  if (isSet(rule, ["abort_incomplete_multipart_upload"]) === false) return false;
  return (textOf(rule, ["status"], "Enabled") ?? "Enabled") === "Enabled" && mayHoldForAll(rule);
}

/** A filter that names nothing, or an empty prefix, leaves nothing out. */
function mayHoldForAll(rule: Block): boolean {
  const names = ["prefix", "tag", "and", "object_size_greater_than", "object_size_less_than"];
  const isNarrowed = names.some((name) => {
    const isFiltered = isSet(rule, ["filter", name]) === true;
    return isFiltered && rule.value("filter", name) !== 0;
  });
  return !isNarrowed && isSet(rule, ["prefix"]) !== true;
}
