import { logsOff } from "../../../lab/review/risks/logs-off";
import { linesOf, patch, risksOf } from "../support/hazards";

const logs = (access_logs: object | null) => patch({ aws_lb: { shop: { access_logs } } });

const flowLog = { vpc_id: "${aws_vpc.main.id}", traffic_type: "ALL", log_destination: "arn:aws:s3:::flows" };

it("tells of access logs that are taken away, or switched off [G27]", () => {
  const on = logs({ bucket: "logs", enabled: true });
  for (const off of [logs(null), logs({ bucket: "logs", enabled: false })])
    expect(linesOf(logsOff, off, on)).toEqual([
      "needs-care aws_lb.shop: switches the access logs off; leave the access logs on; " +
        "another bucket, prefix or log group can be set without switching them off",
    ]);
});

it("tells of a network without flow logs that had some [G39]", () => {
  const flows = patch({ aws_flow_log: { main: flowLog } });
  const [hazard, ...others] = risksOf(logsOff, patch({ aws_flow_log: { main: null } }), flows);
  expect(others).toEqual([]);
  expect(hazard?.message).toBe("switches the flow logs of aws_vpc.main off");
  const elsewhere = patch({ aws_flow_log: { main: null, all: { ...flowLog, traffic_type: "REJECT" } } });
  expect(risksOf(logsOff, elsewhere, flows)).toEqual([]);
});

it("is silent where they go to another place, or who decides is not known", () => {
  const on = logs({ bucket: "logs", enabled: true });
  expect(risksOf(logsOff, logs({ bucket: "archive", prefix: "shop", enabled: true }), on)).toEqual([]);
  expect(risksOf(logsOff, logs({ bucket: "logs", enabled: "${var.logs}" }), on)).toEqual([]);
});

it("is silent where what they are of goes too", () => {
  const net = {
    aws_vpc: { old: { cidr_block: "10.9.0.0/16" } },
    aws_flow_log: { old: { ...flowLog, vpc_id: "${aws_vpc.old.id}" } },
  };
  expect(
    risksOf(logsOff, patch({ aws_vpc: { old: null }, aws_flow_log: { old: null } }), patch(net)),
  ).toEqual([]);
});

const bucketPolicy = (...actions: readonly string[]) => ({
  bucket: "${aws_s3_bucket.logs.id}",
  policy: JSON.stringify({
    Statement: actions.map((Action) => ({ Effect: "Allow", Principal: "*", Action, Resource: "*" })),
  }),
});
const intoBucket = patch({
  aws_s3_bucket: { logs: { bucket: "logs" } },
  aws_s3_bucket_policy: { logs: bucketPolicy("s3:PutObject") },
  aws_lb: { shop: { access_logs: { bucket: "${aws_s3_bucket.logs.id}", enabled: true } } },
});

it.each([null, bucketPolicy("s3:GetObject")])("tells that AWS may write no logs any more", (policy) => {
  const [risk, ...others] = risksOf(logsOff, patch({ aws_s3_bucket_policy: { logs: policy } }), intoBucket);
  expect(others).toEqual([]);
  expect(`${risk?.address}: ${risk?.message}`).toBe(
    "aws_s3_bucket.logs: no longer lets AWS write the logs of load balancers into the bucket",
  );
});

it.each([bucketPolicy("s3:Put*"), bucketPolicy("s3:*"), { policy: "${var.policy}" }])(
  "is silent where AWS may write the logs still, or nobody knows",
  (policy) => {
    expect(risksOf(logsOff, patch({ aws_s3_bucket_policy: { logs: policy } }), intoBucket)).toEqual([]);
  },
);
