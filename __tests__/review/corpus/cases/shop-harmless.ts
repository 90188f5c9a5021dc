import { shop } from "../bases";
import type { Case } from "../case";
import { all, append, moved, rename, replace, replaceAll } from "../edit";

/** Changes of the shop that nobody notices: routing, target groups, names. */
export const shopHarmless: readonly Case[] = [
  {
    name: "A literal becomes a variable",
    base: shop,
    edit: all(
      replaceAll("ami-0123456789abcdef0", "VALUE"),
      replaceAll('"VALUE"', "var.image"),
      append('variable "image" {\n  type    = string\n  default = "ami-0123456789abcdef0"\n}\n'),
    ),
    risks: [],
    why: "the value is the same",
  },
  {
    name: "Arguments and paths are written in another order",
    base: shop,
    edit: all(
      replace('values = ["/api/*", "/v1/*"]', 'values = ["/v1/*", "/api/*"]'),
      replace(
        'ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"\n  certificate_arn   = aws_acm_certificate_validation.shop.certificate_arn',
        'certificate_arn   = aws_acm_certificate_validation.shop.certificate_arn\n  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"',
      ),
      replace(
        "    interval            = 10\n    timeout             = 5\n",
        "    timeout             = 5\n    interval            = 10\n",
      ),
    ),
    risks: [],
    why: "order means nothing in Terraform",
  },
  {
    name: "The rule for the api is split in two",
    base: shop,
    edit: all(
      replace('values = ["/api/*", "/v1/*"]', 'values = ["/api/*"]'),
      append(`resource "aws_lb_listener_rule" "v1" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 11

  condition {
    path_pattern {
      values = ["/v1/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api.arn
  }
}
`),
    ),
    risks: [],
    why: "together they answer what the one answered",
  },
  {
    name: "Priorities are renumbered in the same order",
    base: shop,
    edit: all(
      replace("priority     = 5\n", "priority     = 6\n"),
      replace("priority     = 10\n", "priority     = 15\n"),
      replace("priority     = 30\n", "priority     = 35\n"),
      replace("priority     = 40\n", "priority     = 45\n"),
    ),
    risks: [],
    why: "every number is free, and no rule overtakes another on the way",
  },
  {
    name: "The default action becomes a rule for every path",
    base: shop,
    edit: all(
      replace(
        'certificate_arn   = aws_acm_certificate_validation.shop.certificate_arn\n\n  default_action {\n    type             = "forward"\n    target_group_arn = aws_lb_target_group.web.arn\n  }',
        'certificate_arn   = aws_acm_certificate_validation.shop.certificate_arn\n\n  default_action {\n    type = "fixed-response"\n\n    fixed_response {\n      content_type = "text/plain"\n      status_code  = "404"\n    }\n  }',
      ),
      append(`resource "aws_lb_listener_rule" "web" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 1000

  condition {
    path_pattern {
      values = ["/*"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}
`),
    ),
    risks: [],
    why: "every path begins with a slash, so that the default is never asked",
  },
  {
    name: "The rule for old paths gets another address by a recorded move",
    base: shop,
    edit: all(
      replace('"aws_lb_listener_rule" "old_paths"', '"aws_lb_listener_rule" "legacy"'),
      moved("aws_lb_listener_rule.old_paths", "aws_lb_listener_rule.legacy"),
    ),
    risks: [],
    why: "the state is renamed, nothing else",
  },
  {
    name: "Load balancer and group get other addresses by recorded moves",
    base: shop,
    edit: all(
      rename("aws_lb", "shop", "public"),
      replaceAll("aws_lb.shop.", "aws_lb.public.", "names.tf"),
      moved("aws_lb.shop", "aws_lb.public"),
      rename("aws_lb_target_group", "web", "storefront"),
      moved("aws_lb_target_group.web", "aws_lb_target_group.storefront"),
    ),
    risks: [],
    why: "the state is renamed, nothing else",
  },
  {
    name: "The api is taken for healthy after three probes",
    base: shop,
    edit: replace(
      "healthy_threshold   = 2\n    unhealthy_threshold = 2",
      "healthy_threshold   = 3\n    unhealthy_threshold = 2",
    ),
    risks: [],
    why: "targets that are healthy stay so",
  },
  {
    name: "A draining target of the api gets more time",
    base: shop,
    edit: replace("deregistration_delay = 60", "deregistration_delay = 90"),
    risks: [],
    why: "requests get more time to end",
  },
  {
    name: "A certificate for one more name joins the listener",
    base: shop,
    edit: append(
      `resource "aws_acm_certificate" "events" {
  domain_name       = "events.example.com"
  validation_method = "DNS"
}

resource "aws_acm_certificate_validation" "events" {
  certificate_arn = aws_acm_certificate.events.arn
}

resource "aws_lb_listener_certificate" "events" {
  listener_arn    = aws_lb_listener.https.arn
  certificate_arn = aws_acm_certificate_validation.events.certificate_arn
}
`,
      "names.tf",
    ),
    risks: [],
    why: "it is chosen for its own name only",
  },
];
