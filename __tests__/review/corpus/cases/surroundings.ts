import { shop } from "../bases";
import type { Case } from "../case";
import { all, append, removeBlock, replace } from "../edit";

/** Changes of the network, of security groups, of the load balancer and of data that hurt. */
export const surroundingCases: readonly Case[] = [
  {
    name: "Anybody may log in to the servers",
    base: shop,
    edit: append(`resource "aws_vpc_security_group_ingress_rule" "ssh" {
  security_group_id = aws_security_group.server.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
}
`),
    risks: ["security-group-opened"],
    why: "port 22 of every server is open to the internet",
  },
  {
    name: "Anybody may reach the servers past the load balancer by IPv6",
    base: shop,
    edit: append(`resource "aws_vpc_security_group_ingress_rule" "direct" {
  security_group_id = aws_security_group.server.id
  cidr_ipv6         = "::/0"
  ip_protocol       = "tcp"
  from_port         = 3000
  to_port           = 3000
}
`),
    risks: ["security-group-opened"],
    why: "requests reach the servers without the load balancer and its web ACL",
  },
  {
    name: "The servers no longer let the load balancer in",
    base: shop,
    edit: removeBlock('resource "aws_vpc_security_group_ingress_rule" "from_balancer"'),
    risks: ["security-group-closed"],
    why: "neither requests nor probes reach a server any more",
  },
  {
    name: "The load balancer lets clients of the office in only",
    base: shop,
    edit: replace(
      `  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "to_server"`,
      `  cidr_ipv4         = var.office
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_egress_rule" "to_server"`,
    ),
    risks: ["security-group-closed"],
    why: "everybody else gets no answer",
  },
  {
    name: "Access logs are switched off",
    base: shop,
    edit: replace('    prefix  = "shop"\n    enabled = true', '    prefix  = "shop"\n    enabled = false'),
    risks: ["logs-off"],
    why: "nobody can tell any more who asked what",
  },
  {
    name: "The load balancer of the shop gets another name",
    base: shop,
    edit: replace(
      'resource "aws_lb" "shop" {\n  name                       = "shop"',
      'resource "aws_lb" "shop" {\n  name                       = "storefront"',
    ),
    risks: ["load-balancer-replaced"],
    why: "the old one is destroyed first, and the address changes",
  },
  {
    name: "The load balancer of the shop becomes internal",
    base: shop,
    edit: replace("internal                   = false", "internal                   = true"),
    risks: ["load-balancer-replaced"],
    why: "it is destroyed first, and clients of the internet do not reach the new one",
  },
  {
    name: "The network of the shop gets other addresses",
    base: shop,
    edit: all(
      replace('"10.20.0.0/16"', '"10.21.0.0/16"'),
      replace('"10.20.0.0/24"', '"10.21.0.0/24"'),
      replace('"10.20.1.0/24"', '"10.21.1.0/24"'),
      replace('"10.20.2.0/24"', '"10.21.2.0/24"'),
    ),
    risks: ["network-replaced"],
    why: "everything in it is destroyed and created anew",
  },
  {
    name: "The load balancer leaves a zone in which servers are",
    base: shop,
    edit: replace(
      "[for subnet in aws_subnet.public : subnet.id]",
      '[for zone in ["eu-west-1b", "eu-west-1c"] : aws_subnet.public[zone].id]',
    ),
    risks: ["zone-removed"],
    why: "targets in that zone get no more requests",
  },
  {
    name: "The table of the orders is taken away",
    base: shop,
    edit: removeBlock('resource "aws_dynamodb_table" "orders"', "data.tf"),
    risks: ["data-destroyed"],
    why: "the orders are gone",
  },
  {
    name: "The volume of uploads moves to another zone",
    base: shop,
    edit: replace('availability_zone = "eu-west-1a"', 'availability_zone = "eu-west-1b"', "data.tf"),
    risks: ["data-destroyed"],
    why: "a volume cannot move: it is destroyed, and an empty one is created",
  },
  {
    name: "The bucket of the logs gets another name",
    base: shop,
    edit: replace('"shop-access-logs-example"', '"shop-balancer-logs-example"', "data.tf"),
    risks: ["data-destroyed"],
    why: "the old bucket is to be destroyed: AWS refuses that while logs are in it, and the apply ends there",
  },
];
