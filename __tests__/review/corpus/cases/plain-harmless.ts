import { counted, fleet, shop } from "../bases";
import type { Case } from "../case";
import { all, append, editJson, moved, only, replace, replaceAll } from "../edit";

/** Changes of what is around the routing, of modules and of counted resources that nobody notices. */
export const plainHarmless: readonly Case[] = [
  {
    name: "Defaults of the provider are written out",
    base: shop,
    edit: replace(
      "drop_invalid_header_fields = true",
      'drop_invalid_header_fields = true\n  idle_timeout               = 60\n  enable_http2               = true\n  ip_address_type            = "ipv4"\n  desync_mitigation_mode     = "defensive"',
    ),
    risks: [],
    why: "they are what they were",
  },
  {
    name: "Lifecycles are declared",
    base: shop,
    edit: all(
      replace(
        "    cookie_duration = 3600\n    enabled         = true\n  }\n",
        "    cookie_duration = 3600\n    enabled         = true\n  }\n\n  lifecycle {\n    create_before_destroy = true\n  }\n",
      ),
      replace(
        "depends_on = [aws_s3_bucket_policy.logs, aws_internet_gateway.shop]",
        "depends_on = [aws_s3_bucket_policy.logs, aws_internet_gateway.shop]\n\n  lifecycle {\n    prevent_destroy = true\n  }",
      ),
    ),
    risks: [],
    why: "they tell how a later change is done",
  },
  {
    name: "Servers and load balancer get tags",
    base: shop,
    edit: all(
      replaceAll('{ Name = "shop-web-${each.key}" }', '{ Name = "shop-web-${each.key}", Team = "shop" }'),
      replace(
        'name                       = "shop"',
        'name                       = "shop"\n  tags                       = { Team = "shop" }',
      ),
    ),
    risks: [],
    why: "tags are updated in place",
  },
  {
    name: "Rules of security groups are described",
    base: shop,
    edit: all(
      replaceAll('description       = "Clients"', 'description       = "Clients anywhere"'),
      replace(
        "  referenced_security_group_id = aws_security_group.balancer.id",
        '  description                  = "Load balancer to servers"\n  referenced_security_group_id = aws_security_group.balancer.id',
      ),
    ),
    risks: [],
    why: "descriptions of rules are updated in place",
  },
  {
    name: "A rule of a security group gets another address by a recorded move",
    base: shop,
    edit: all(
      replace(
        '"aws_vpc_security_group_ingress_rule" "from_balancer"',
        '"aws_vpc_security_group_ingress_rule" "requests"',
      ),
      moved(
        "aws_vpc_security_group_ingress_rule.from_balancer",
        "aws_vpc_security_group_ingress_rule.requests",
      ),
    ),
    risks: [],
    why: "the rule is the same, and so is what it lets in",
  },
  {
    name: "A bucket that has nothing to do with requests is new",
    base: shop,
    edit: append('resource "aws_s3_bucket" "reports" {\n  bucket = "shop-reports-example"\n}\n', "data.tf"),
    risks: [],
    why: "nothing that is there changes",
  },
  {
    name: "Tags have drifted",
    base: shop,
    edit: (files) => files,
    options: ["-refresh-only"],
    drift: (attributesOf) => {
      attributesOf("aws_vpc.shop").tags = { Name: "store" };
      attributesOf("aws_vpc.shop").tags_all = { Name: "store" };
      attributesOf("aws_ebs_volume.uploads").tags = { Name: "uploads" };
      attributesOf("aws_ebs_volume.uploads").tags_all = { Name: "uploads" };
    },
    risks: [],
    why: "nothing is changed, only seen",
  },
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
      resources.aws_s3_bucket = { logs: { bucket: "counted-access-logs-example" } };
      resources.aws_s3_bucket_policy = {
        logs: {
          bucket: "${aws_s3_bucket.logs.id}",
          policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Principal: { AWS: "arn:aws:iam::033677994240:root" },
                Action: "s3:PutObject",
                Resource: "arn:aws:s3:::counted-access-logs-example/AWSLogs/123456789012/*",
              },
            ],
          }),
        },
      };
      const balancer = only(resources, "aws_lb");
      balancer.access_logs = { bucket: "${aws_s3_bucket.logs.id}", enabled: true };
      balancer.depends_on = ["aws_s3_bucket_policy.logs"];
    }, "main.tf.json"),
    risks: [],
    why: "bucket and policy are there before the load balancer writes",
  },
];
