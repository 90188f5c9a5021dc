import type { Shape } from "./shop";

/** Sends requests to a target group of the shop. */
export const to = (group: string) => [
  { type: "forward", target_group_arn: `\${aws_lb_target_group.${group}.arn}` },
];

export const redirectTo = (parts: object) => [
  { type: "redirect", redirect: { status_code: "HTTP_301", ...parts } },
];

export const answer = (status: string) => [
  { type: "fixed-response", fixed_response: { content_type: "text/plain", status_code: status } },
];

/** Adds a rule to a listener, or puts another one in its place. */
export function addRule(
  resource: Shape,
  name: string,
  { priority, when, action = to("web"), listener = "http", ...rest }: RuleShape,
): void {
  resource.aws_lb_listener_rule[name] = {
    listener_arn: `\${aws_lb_listener.${listener}.arn}`,
    priority,
    condition: when,
    action,
    ...rest,
  };
}

interface RuleShape {
  readonly priority?: number | string;
  readonly when: readonly object[] | string;
  readonly action?: readonly object[] | string;
  readonly listener?: string;
  readonly count?: string;
}

/** Gives the load balancer a second listener, on port 443. */
export function addHttps(resource: Shape, actions: readonly object[]): void {
  resource.aws_lb_listener.https = {
    load_balancer_arn: "${aws_lb.shop.arn}",
    port: 443,
    protocol: "HTTPS",
    certificate_arn: "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012",
    default_action: actions,
  };
}

export const path = (...values: readonly string[]) => ({ path_pattern: { values } });
export const host = (...values: readonly string[]) => ({ host_header: { values } });
export const method = (...values: readonly string[]) => ({ http_request_method: { values } });
export const source = (...values: readonly string[]) => ({ source_ip: { values } });
export const header = (name: string, ...values: readonly string[]) => ({
  http_header: { http_header_name: name, values },
});
export const query = (...pairs: readonly object[]) => ({ query_string: pairs });
