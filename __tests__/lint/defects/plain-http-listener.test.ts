import { plainHttpListener } from "../../../lab/lint/defects/plain-http-listener";
import { foundAt, messagesOf } from "../support/patched";
import type { Shape } from "../support/shop";

const listenerWith = (action: unknown, settings: Shape = {}) => ({
  aws_lb_listener: { http: { default_action: action, ...settings } },
});
const redirect = (parts: Shape) => ({ type: "redirect", redirect: { status_code: "HTTP_301", ...parts } });
const fixed = { type: "fixed-response", fixed_response: { content_type: "text/plain", status_code: "200" } };

test.each([
  ["forward", { type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }, {}],
  ["fixed-response", [fixed], {}],
  ["a redirect that stays with HTTP", redirect({ host: "www.example.com" }), {}],
  ["a redirect to port 8443", redirect({ protocol: "HTTPS", port: "8443" }), {}],
])("finds %s on port 80 [CKV_AWS_2, CKV2_AWS_20, AWS-0054, ELB.1]", (got, action, settings) => {
  expect(messagesOf(plainHttpListener, listenerWith(action, settings))).toEqual([
    `the default action of an HTTP listener must be a redirect to HTTPS, got ${got}`,
  ]);
});

it("finds plain HTTP on any other port, and by the other name of a listener", () => {
  const listener = { load_balancer_arn: "${aws_lb.shop.arn}", port: 8080, default_action: fixed };
  expect(foundAt(plainHttpListener, { aws_alb_listener: { other: listener } })).toContain(
    "aws_alb_listener.other",
  );
});

test.each([
  ["a redirect to HTTPS", redirect({ protocol: "HTTPS", port: 443 }), {}],
  [
    "a redirect from another port to its own one",
    redirect({ protocol: "HTTPS", port: "8443" }),
    { port: 8080 },
  ],
  ["a redirect of which nobody knows", redirect({ protocol: "${var.protocol}", port: "443" }), {}],
  ["an action that nobody knows", "${var.actions}", {}],
  ["HTTPS", fixed, { port: 443, protocol: "HTTPS", certificate_arn: "arn:aws:acm:1" }],
])("says nothing of %s", (_, action, settings) => {
  expect(foundAt(plainHttpListener, listenerWith(action, settings))).toEqual([]);
});

it("lets a lab without a domain serve by HTTP", () => {
  expect(foundAt(plainHttpListener, {}, { profile: "lab" })).toEqual([]);
});
