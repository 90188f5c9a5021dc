import { merge } from "./pages";
import type { Shape } from "./shop";

const bucket = "${aws_s3_bucket.logs.id}";

/** Makes the load balancer of the shop log into a bucket, with these resources beside it. */
export const logsWith = (beside: Shape = {}): Shape =>
  merge(
    {
      aws_lb: { shop: { access_logs: { bucket, enabled: true } } },
      aws_s3_bucket: { logs: { bucket: "shop-logs" } },
    },
    beside,
  );

/** The same with one resource of a type that belongs to the bucket. */
export const bucketWith = (type: string, settings: Shape, name = bucket): Shape =>
  logsWith({ [type]: { logs: { bucket: name, ...settings } } });

/** The same with a policy of these statements. */
export const policyWith = (...statements: readonly Shape[]): Shape =>
  bucketWith("aws_s3_bucket_policy", { policy: policy(...statements) });

export function policy(...statements: readonly Shape[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** Flow logs of the network of the shop, in a log group with these settings. */
export const flowsWith = (settings: Shape, beside: Shape = {}): Shape => ({
  aws_flow_log: {
    main: { vpc_id: "${aws_vpc.main.id}", log_destination: "${aws_cloudwatch_log_group.flows.arn}" },
  },
  aws_cloudwatch_log_group: { flows: { name: "/shop/flows", ...settings } },
  ...beside,
});
