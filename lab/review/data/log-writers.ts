import { logBucketsOf, policiesOf, type Subject } from "../../lint";
import type { Resource } from "../../topology";
import type { Comparison } from "../comparison";

/** Buckets that load balancers write logs into, before and after, and that let nobody write after the change. */
export function closedLogBuckets(comparison: Comparison): readonly Resource[] {
  const { before, after } = comparison;
  const stays = new Set(logBucketsOf(after).map(({ address }) => address));
  return logBucketsOf(before).filter((bucket) => {
    const later = stays.has(bucket.address) ? after.resource(bucket.address) : undefined;
    return (
      later !== undefined && mayWrite(before, bucket) === true && mayWriteAfter(comparison, later) === false
    );
  });
}

/** A plan still shows in the bucket the policy that is taken from beside it. */
function mayWriteAfter(comparison: Comparison, bucket: Resource): boolean | undefined {
  const { before, after } = comparison;
  const beside = policiesOf(before, bucket).filter(({ at }) => at.type === "aws_s3_bucket_policy");
  const isTakenAway = beside.length > 0 && beside.every(({ at }) => comparison.kindOf(at) === "destroy");
  if (isTakenAway && policiesOf(after, bucket).every(({ at }) => at.address === bucket.address)) return false;
  return mayWrite(after, bucket);
}

/** Whether some policy lets somebody put objects; undefined: nobody can say. */
function mayWrite(side: Subject, bucket: Resource): boolean | undefined {
  const statements = policiesOf(side, bucket).map((policy) => policy.statements);
  const isOpen = statements.some((some) =>
    some?.some(({ effect, actions }) => effect === "Allow" && actions.some(puts)),
  );
  if (isOpen) return true;
  return statements.includes(undefined) ? undefined : false;
}

function puts(action: string): boolean {
  const pattern = action.toLowerCase();
  if (!pattern.includes("*")) return pattern === "s3:putobject";
  return "s3:putobject".startsWith(pattern.slice(0, pattern.indexOf("*")));
}
