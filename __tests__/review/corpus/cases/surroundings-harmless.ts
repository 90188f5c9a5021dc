import { shop } from "../bases";
import type { Case } from "../case";
import { all, append, moved, replace, replaceAll } from "../edit";

/** Changes of the shop around its routing that nobody notices. */
export const surroundingsHarmless: readonly Case[] = [
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
];
