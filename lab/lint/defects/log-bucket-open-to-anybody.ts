import type { Defect } from "../defect";
import { logBucketsOf, policiesOf } from "../log-buckets";
import { allowsEverybody } from "../policy-document";

/** A policy that lets everybody in shows the logs to the internet. */
export const logBucketOpenToAnybody: Defect = {
  id: "log-bucket-open-to-anybody",
  severity: "warning",
  facts: ["CKV_AWS_70"],
  *find(subject) {
    for (const bucket of logBucketsOf(subject))
      for (const { at, statements } of policiesOf(subject, bucket)) {
        if (!statements?.some(allowsEverybody)) continue;
        yield {
          at,
          message:
            'policy of a log bucket must not allow everybody, got the Principal "*" without a Condition',
          fix: "name who writes the logs as Principal",
        };
      }
  },
};
