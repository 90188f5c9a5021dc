import { isUnknown, type Resource } from "../../topology";
import type { Defect } from "../defect";
import { logsOf } from "../log-deliveries";
import { leadsTo } from "../subject";

/** Access logs can only be encrypted by S3's own keys. */
export const logBucketEncryptedByKms: Defect = {
  id: "log-bucket-encrypted-by-kms",
  severity: "error",
  facts: ["N40", "TF12"],
  *find(subject) {
    const encrypted = subject.resources("aws_s3_bucket_server_side_encryption_configuration").filter(isByKms);
    for (const { lb, block } of logsOf(subject)) {
      const link = subject.resource(lb.address)?.link(block, "bucket");
      const bucket = link && "address" in link ? subject.resource(link.address) : undefined;
      const found = bucket && encrypted.find((one) => leadsTo(one.link("bucket"), bucket));
      if (found === undefined) continue;
      yield {
        at: found,
        message: `sse_algorithm must be AES256 for the ${block} of ${lb.address}, got a key of KMS`,
        fix: "use AES256 for this bucket",
      };
    }
  },
};

function isByKms(configuration: Resource): boolean {
  const rules = configuration.blocks("rule");
  if (isUnknown(rules)) return false;
  return rules.some((rule) => {
    const algorithm = rule.value("apply_server_side_encryption_by_default", "sse_algorithm");
    return typeof algorithm === "string" && algorithm.startsWith("aws:kms");
  });
}
