import type { Defect } from "../defect";
import { logBucketsOf, policiesOf } from "../log-buckets";
import { isEverybody, type Statement } from "../policy-document";

/** A policy that denies everything to everybody can only be removed by the root user. */
export const logBucketLockedOut: Defect = {
  id: "log-bucket-locked-out",
  severity: "warning",
  facts: ["CKV_AWS_93"],
  *find(subject) {
    for (const bucket of logBucketsOf(subject))
      for (const { at, statements } of policiesOf(subject, bucket)) {
        if (!statements?.some(locksOut)) continue;
        yield {
          at,
          message: "policy of a log bucket must not deny all to everybody, got a Deny without a Condition",
          fix: "add a Condition, such as aws:SecureTransport false",
        };
      }
  },
};

function locksOut({ effect, actions, principals, conditions }: Statement): boolean {
  const isAll = actions.some((action) => /^(\*|s3:\*)$/i.test(action));
  return effect === "Deny" && isAll && conditions.length === 0 && principals.some(isEverybody);
}
