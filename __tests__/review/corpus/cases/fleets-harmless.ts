import { counted, fleet } from "../bases";
import type { Case } from "../case";
import { all, editJson, moved, only, type Resources, replace, replaceAll } from "../edit";

const bucket = "${aws_s3_bucket.logs.id}";
const objects = "arn:aws:s3:::counted-access-logs-example/*";

/** A bucket for access logs without a fault. */
const logBucket: Resources = {
  aws_s3_bucket: { logs: { bucket: "counted-access-logs-example" } },
  aws_s3_bucket_public_access_block: {
    logs: {
      bucket,
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    },
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    logs: { bucket, rule: { apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } } },
  },
  aws_s3_bucket_lifecycle_configuration: {
    logs: { bucket, rule: { id: "expire", status: "Enabled", filter: {}, expiration: { days: 90 } } },
  },
  aws_s3_bucket_policy: {
    logs: {
      bucket,
      depends_on: ["aws_s3_bucket_public_access_block.logs"],
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: "arn:aws:iam::033677994240:root" },
            Action: "s3:PutObject",
            Resource: "arn:aws:s3:::counted-access-logs-example/AWSLogs/123456789012/*",
          },
          {
            Effect: "Deny",
            Principal: "*",
            Action: "s3:*",
            Resource: ["arn:aws:s3:::counted-access-logs-example", objects],
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      }),
    },
  },
};

/** Changes of auto scaling groups, modules and counted resources that nobody notices. */
export const fleetHarmless: readonly Case[] = [
  {
    name: "The module of the edge gets another name by a recorded move",
    base: fleet,
    edit: all(
      replace('module "edge" {', 'module "front" {'),
      replaceAll("module.edge.", "module.front."),
      moved("module.edge", "module.front"),
    ),
    risks: [],
    why: "the state is renamed, nothing else",
  },
  {
    name: "The web fleet may grow further",
    base: fleet,
    edit: replace("max_size          = 6", "max_size          = 9"),
    risks: [],
    why: "no instance goes",
  },
  {
    name: "A new image of the web servers is rolled out step by step",
    base: fleet,
    edit: replace(
      'image             = "ami-0123456789abcdef0"\n  min_size          = 3',
      'image             = "ami-0fedcba9876543210"\n  min_size          = 3',
    ),
    risks: [],
    why: "the auto scaling group drains each instance and keeps nine of ten healthy",
  },
  {
    name: "Counted servers are told apart by their names, by recorded moves",
    base: counted,
    edit: editJson(({ aws_instance, aws_lb_target_group_attachment }, whole) => {
      const server = aws_instance?.server;
      delete server.count;
      server.for_each = "${toset(var.servers)}";
      server.subnet_id = "${aws_subnet.main[index(var.servers, each.key)].id}";
      server.user_data = server.user_data.replace("var.servers[count.index]", "each.key");
      const target = aws_lb_target_group_attachment?.main;
      delete target.count;
      target.for_each = "${toset(var.servers)}";
      target.target_id = "${aws_instance.server[each.key].id}";
      whole.moved = ["alpha", "beta", "gamma"].flatMap((name, index) => [
        { from: `aws_instance.server[${index}]`, to: `aws_instance.server["${name}"]` },
        {
          from: `aws_lb_target_group_attachment.main[${index}]`,
          to: `aws_lb_target_group_attachment.main["${name}"]`,
        },
      ]);
    }, "main.tf.json"),
    risks: [],
    why: "the state is renamed, nothing else",
  },
  {
    name: "Inline rules are written in another order",
    base: counted,
    edit: editJson(({ aws_security_group }) => {
      aws_security_group?.server.ingress.reverse();
    }, "main.tf.json"),
    risks: [],
    why: "rules of a security group have no order",
  },
  {
    name: "Nobody may log in any more",
    base: counted,
    edit: editJson(({ aws_security_group }) => {
      aws_security_group?.server.ingress.pop();
    }, "main.tf.json"),
    risks: [],
    why: "port 22 carries no requests",
  },
  {
    name: "The counted load balancer writes logs",
    base: counted,
    edit: editJson((resources) => {
      Object.assign(resources, logBucket);
      const balancer = only(resources, "aws_lb");
      balancer.access_logs = { bucket: "${aws_s3_bucket.logs.id}", enabled: true };
      balancer.depends_on = Object.keys(logBucket).map((type) => `${type}.logs`);
    }, "main.tf.json"),
    risks: [],
    why: "bucket and policy are there before the load balancer writes",
  },
];
