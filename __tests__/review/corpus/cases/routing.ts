import { shop } from "../bases";
import type { Case } from "../case";
import { all, append, removeBlock, replace } from "../edit";

const secureForward = `    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_lb_listener_certificate"`;

/** Changes of listeners, rules, certificates and records that hurt. */
export const routingCases: readonly Case[] = [
  {
    name: "Two rules swap their priorities",
    base: shop,
    edit: all(
      replace("priority     = 10\n", "priority     = 0\n"),
      replace("priority     = 5\n", "priority     = 10\n"),
      replace("priority     = 0\n", "priority     = 5\n"),
    ),
    risks: ["rule-priorities-swapped"],
    why: "AWS refuses a priority that is in use, and after the swap the rule for documents never answers",
  },
  {
    name: "What no rule answers is no longer sent to the web servers",
    base: shop,
    edit: replace(
      secureForward,
      `    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

resource "aws_lb_listener_certificate"`,
    ),
    risks: ["requests-unanswered"],
    why: "the shop itself is answered 404",
  },
  {
    name: "The listener for HTTPS moves to port 8443",
    base: shop,
    edit: all(
      replace(
        "= aws_lb.shop.arn\n  port              = 443",
        "= aws_lb.shop.arn\n  port              = 8443",
      ),
      replace('port        = "443"', 'port        = "8443"'),
    ),
    risks: ["listener-port-changed"],
    why: "clients that know the old port are refused, and no security group lets anybody to the new one",
  },
  {
    name: "The listener for HTTP is taken away",
    base: shop,
    edit: removeBlock('resource "aws_lb_listener" "http"'),
    risks: ["listener-removed"],
    why: "whoever types the name without https:// gets no answer",
  },
  {
    name: "The listener for HTTPS is replaced on request",
    base: shop,
    edit: (files) => files,
    options: ["-replace=aws_lb_listener.https"],
    risks: ["listener-replaced"],
    why: "nobody listens on port 443 until the new listener is there",
  },
  {
    name: "The certificate of the partner is dropped",
    base: shop,
    edit: removeBlock('resource "aws_lb_listener_certificate" "partner"'),
    risks: ["certificate-dropped"],
    why: "clients of partner.example.com get the certificate of another name",
  },
  {
    name: "The listener gets the certificate of another name",
    base: shop,
    edit: replace(
      "= aws_acm_certificate_validation.shop.certificate_arn",
      "= aws_acm_certificate_validation.partner.certificate_arn",
    ),
    risks: ["certificate-dropped", "certificate-changed"],
    why: "clients of shop.example.com are shown partner.example.com",
  },
  {
    name: "The TLS policy goes back to that of 2016",
    base: shop,
    edit: replace("ELBSecurityPolicy-TLS13-1-2-2021-06", "ELBSecurityPolicy-2016-08"),
    risks: ["tls-policy-weakened"],
    why: "TLS 1.0 and 1.1 are spoken again",
  },
  {
    name: "The record of the partner is taken away",
    base: shop,
    edit: removeBlock('resource "aws_route53_record" "partner"', "names.tf"),
    risks: ["dns-record-changed"],
    why: "partner.example.com leads nowhere",
  },
  {
    name: "The shop's name points at an address of its own",
    base: shop,
    edit: replace(
      `  type    = "A"

  alias {
    name                   = aws_lb.shop.dns_name
    zone_id                = aws_lb.shop.zone_id
    evaluate_target_health = true
  }`,
      '  type    = "A"\n  ttl     = 60\n  records = ["192.0.2.10"]',
      "names.tf",
    ),
    risks: ["dns-record-changed"],
    why: "clients no longer come to the load balancer",
  },
  {
    name: "The api rule takes a host that is known after the apply only",
    base: shop,
    edit: all(
      append('resource "terraform_data" "host" {\n  input = "api.example.com"\n}\n'),
      replace(
        'values = ["/api/*", "/v1/*"]\n    }\n  }',
        'values = ["/api/*", "/v1/*"]\n    }\n  }\n\n  condition {\n    host_header {\n      values = [terraform_data.host.output]\n    }\n  }',
      ),
    ),
    risks: ["unknown-until-apply"],
    why: "nobody can say which requests the rule will take",
  },
  {
    name: "The web ACL is taken from the load balancer",
    base: shop,
    edit: removeBlock('resource "aws_wafv2_web_acl_association" "shop"'),
    risks: ["web-acl-removed"],
    why: "requests that were blocked reach the servers",
  },
  {
    name: "The load balancer passes invalid headers on",
    base: shop,
    edit: replace(
      "drop_invalid_header_fields = true",
      'drop_invalid_header_fields = false\n  desync_mitigation_mode     = "monitor"',
    ),
    risks: ["request-protection-weakened"],
    why: "requests that desynchronize clients and servers come through",
  },
];
