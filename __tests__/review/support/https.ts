import type { Shape } from "../../lint/support/shop";

/** Adds HTTPS to the shop: a certificate for `shop.example.com`, and one for `partner.example.com` chosen by name. */
export function withHttps(resource: Shape): void {
  Object.assign(resource, {
    aws_acm_certificate: {
      shop: certificate("shop.example.com"),
      partner: certificate("partner.example.com"),
    },
    aws_acm_certificate_validation: { shop: validation("shop"), partner: validation("partner") },
    aws_lb_listener_certificate: {
      partner: { listener_arn: "${aws_lb_listener.https.arn}", certificate_arn: certificateOf("partner") },
    },
  });
  resource.aws_lb_listener.https = {
    load_balancer_arn: "${aws_lb.shop.arn}",
    port: 443,
    protocol: "HTTPS",
    ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    certificate_arn: certificateOf("shop"),
    default_action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }],
  };
}

export function certificateOf(name: string): string {
  return `\${aws_acm_certificate_validation.${name}.certificate_arn}`;
}

function certificate(domain: string) {
  return { domain_name: domain, validation_method: "DNS", lifecycle: { create_before_destroy: true } };
}

function validation(name: string) {
  return { certificate_arn: `\${aws_acm_certificate.${name}.arn}` };
}
