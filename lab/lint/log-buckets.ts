import type { Resource } from "../topology";
import { type Companions, companionsOf, isLinkTo, isSet } from "./policy";
import { type Statement, statementsOf } from "./policy-document";
import type { Subject } from "./subject";

/** Buckets declared here that a load balancer writes its logs into. */
export function logBucketsOf(subject: Subject): readonly Resource[] {
  const links = subject.loadBalancers().flatMap(({ address, attributes }) => {
    const lb = subject.resource(address);
    return [
      attributes.accessLogs.enabled === true ? lb?.link("access_logs", "bucket") : undefined,
      attributes.connectionLogs.enabled === true ? lb?.link("connection_logs", "bucket") : undefined,
    ];
  });
  return subject
    .resources("aws_s3_bucket")
    .filter((bucket) => links.some((link) => isLinkTo(subject, link, bucket, "bucket") === true));
}

/** What is declared of a type for a bucket, such as `aws_s3_bucket_policy`. */
export function ofBucket(subject: Subject, bucket: Resource, type: string): Companions {
  return companionsOf(subject, bucket, [type], "bucket");
}

/** All that is declared of a type for buckets with logs, each with its bucket. */
export function* besideLogBuckets(
  subject: Subject,
  type: string,
): Iterable<{ readonly bucket: Resource; readonly companion: Resource }> {
  for (const bucket of logBucketsOf(subject))
    for (const companion of ofBucket(subject, bucket, type).found) yield { bucket, companion };
}

/** A policy of a bucket: its own argument, or a resource beside it. */
export interface BucketPolicy {
  readonly at: Resource;
  readonly statements: readonly Statement[] | undefined;
}

/** The policies of a bucket that are declared. */
export function policiesOf(subject: Subject, bucket: Resource): readonly BucketPolicy[] {
  const beside = ofBucket(subject, bucket, "aws_s3_bucket_policy").found;
  // a state shows in the bucket too what is declared beside it
  const owners = beside.length > 0 || isSet(bucket, ["policy"]) === false ? beside : [bucket];
  return owners.map((at) => ({ at, statements: statementsOf(subject, at, "policy") }));
}
