import type { Defect } from "../defect";
import { logBucketsOf } from "../log-buckets";
import { textOf } from "../policy";
import { quoted } from "../values";

/** The certificate of S3 does not hold for a host name with more dots. */
export const logBucketNameDotted: Defect = {
  id: "log-bucket-name-dotted",
  severity: "warning",
  facts: ["AWS-0320", "B85"],
  *find(subject) {
    for (const bucket of logBucketsOf(subject))
      for (const argument of ["bucket", "bucket_prefix"]) {
        const name = textOf(bucket, [argument], "");
        // a state shows the name beside the prefix that it was made of
        const isTold = argument === "bucket_prefix" && textOf(bucket, ["bucket"], "") !== "";
        if (name === undefined || isTold || !name.includes(".") || name.includes("..")) continue;
        yield {
          at: bucket,
          message: `${argument} must not hold dots, got ${quoted(name)}`,
          fix: "use hyphens in place of dots; TLS to a bucket with dots in its name fails",
        };
      }
  },
};
