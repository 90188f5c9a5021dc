import { isUnknown, type Resource } from "../../topology";
import type { Defect } from "../defect";
import { logsOf } from "../log-deliveries";
import { leadsTo, type Subject } from "../subject";
import { isThereAlready } from "../vpcs";

/** AWS tries to write before it switches logs on, and a new bucket lets nobody write. */
export const logBucketWithoutPolicy: Defect = {
  id: "log-bucket-without-policy",
  severity: "error",
  facts: ["TF12", "N40"],
  *find(subject) {
    for (const { lb, block } of logsOf(subject)) {
      const link = subject.resource(lb.address)?.link(block, "bucket");
      const bucket = link && "address" in link ? subject.resource(link.address) : undefined;
      if (bucket === undefined || !isClosed(subject, bucket)) continue;
      yield {
        at: lb,
        message: `${block} bucket must have a policy that lets the load balancer write, got ${bucket.address} without one`,
        fix: "declare an aws_s3_bucket_policy for it, and make the load balancer depend on it",
      };
    }
  },
};

/** Whether a bucket is made here and nothing here can be its policy. */
function isClosed(subject: Subject, bucket: Resource): boolean {
  if (bucket.type !== "aws_s3_bucket" || bucket.mode !== "managed" || isThereAlready(subject, bucket))
    return false;
  if (bucket.value("policy") !== undefined) return false;
  if (subject.topology.ignored.some(({ type }) => type === "module")) return false;
  return !subject.resources("aws_s3_bucket_policy").some((policy) => mayBeOf(policy, bucket));
}

/** A policy may name the bucket by a text as well. */
function mayBeOf(policy: Resource, bucket: Resource): boolean {
  const link = policy.link("bucket");
  return link === undefined || isUnknown(link) || "external" in link || leadsTo(link, bucket);
}
