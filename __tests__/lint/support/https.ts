import type { Shape } from "./shop";

export const CERTIFICATE =
  "arn:aws:acm:eu-west-1:123456789012:certificate/6f0c1b9e-2a0d-4c37-9d54-0c8f6a3b1e77";

/** Gives the shop an HTTPS listener that is right but for the change. */
export const withHttps =
  (change: object = {}) =>
  (resource: Shape): void => {
    resource.aws_lb_listener.https = {
      ...resource.aws_lb_listener.http,
      port: 443,
      protocol: "HTTPS",
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      certificate_arn: CERTIFICATE,
      ...change,
    };
  };

/** Adds a certificate to a listener by a resource of its own. */
export const withAdded =
  (change: object = {}, listener = "https", type = "aws_lb_listener_certificate") =>
  (resource: Shape): void => {
    if (listener === "https") withHttps()(resource);
    const added = { listener_arn: `\${aws_lb_listener.${listener}.arn}`, certificate_arn: `${CERTIFICATE}0` };
    resource[type] = { further: { ...added, ...change } };
  };
