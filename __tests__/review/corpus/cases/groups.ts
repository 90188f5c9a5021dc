import { shop } from "../bases";
import type { Case } from "../case";
import { all, append, removeBlock, rename, replace, replaceAll } from "../edit";

const webHealthCheck = `    interval            = 15
    timeout             = 5
    healthy_threshold   = 2`;

/** Changes of target groups and targets that hurt. */
export const groupCases: readonly Case[] = [
  {
    name: "The group of the web servers moves to port 8080 and is destroyed first",
    base: shop,
    edit: replace('"shop-web"\n  port                 = 3000', '"shop-web"\n  port                 = 8080'),
    risks: ["target-group-replaced"],
    why: "the listener uses the group, so AWS refuses to destroy it, after its targets have been deregistered",
  },
  {
    name: "The group of the api changes its protocol version under a fixed name",
    base: shop,
    edit: replace(
      'name                 = "shop-api"\n',
      'name                 = "shop-api"\n  protocol_version     = "HTTP2"\n',
    ),
    risks: ["target-group-replaced", "replacement-name-taken"],
    why: "the new group is refused for its name, after the targets of the old one have been deregistered",
  },
  {
    name: "The group of the web servers gets another resource name without a move",
    base: shop,
    edit: rename("aws_lb_target_group", "web", "storefront"),
    risks: ["address-moved-unrecorded"],
    why: "Terraform destroys the group and creates an equal one, where a moved block would do nothing",
  },
  {
    name: "All targets of the api are deregistered",
    base: shop,
    edit: removeBlock('resource "aws_lb_target_group_attachment" "api"'),
    risks: ["target-group-emptied"],
    why: "requests for /api are answered 503: the group has no target left",
  },
  {
    name: "A draining target is cut off at once",
    base: shop,
    edit: replace("deregistration_delay = 120", "deregistration_delay = 0"),
    risks: ["draining-shortened"],
    why: "requests that run when a target is deregistered are cut off",
  },
  {
    name: "The web servers lose stickiness",
    base: shop,
    edit: replace(
      "    cookie_duration = 3600\n    enabled         = true",
      "    cookie_duration = 3600\n    enabled         = false",
    ),
    risks: ["stickiness-lost"],
    why: "clients come to servers that do not know their sessions",
  },
  {
    name: "The health check waits as long as its interval",
    base: shop,
    edit: replace(webHealthCheck, webHealthCheck.replace("= 15", "= 10").replace("= 5", "= 10")),
    risks: ["defect-introduced"],
    why: "AWS refuses a timeout that is not below the interval, and the provider does not check it",
  },
  {
    name: "One of the api servers gets another image",
    base: shop,
    edit: replace(
      'resource "aws_instance" "api" {\n  for_each               = local.servers\n  ami                    = "ami-0123456789abcdef0"',
      'resource "aws_instance" "api" {\n  for_each               = local.servers\n  ami                    = each.key == "a" ? "ami-0fedcba9876543210" : "ami-0123456789abcdef0"',
    ),
    risks: ["instance-replaced-undrained"],
    why: "the instance is destroyed while its requests still run",
  },
  {
    name: "All servers get another image",
    base: shop,
    edit: replaceAll("ami-0123456789abcdef0", "ami-0fedcba9876543210"),
    risks: ["targets-replaced-together"],
    why: "all targets of both groups go at the same time",
  },
  {
    name: "The servers of the shop become larger",
    base: shop,
    edit: replaceAll("t3.micro", "t3.small"),
    risks: ["instance-restarted"],
    why: "an instance changes its type while it is stopped, and all are stopped at once",
  },
  {
    name: "The user data of the web servers changes in place",
    base: shop,
    edit: replace("--port 3000 --name web-${each.key}", "--port 3000 --workers 4 --name web-${each.key}"),
    risks: ["user-data-not-run"],
    why: "the instances are stopped and started, and cloud-init does not run the new text",
  },
  {
    name: "Terraform lets go of the registered web servers",
    base: shop,
    edit: all(
      removeBlock('resource "aws_lb_target_group_attachment" "web"'),
      append(
        "removed {\n  from = aws_lb_target_group_attachment.web\n\n  lifecycle {\n    destroy = false\n  }\n}\n",
      ),
    ),
    risks: ["resource-forgotten"],
    why: "the targets stay registered, and Terraform no longer knows of them",
  },
];
