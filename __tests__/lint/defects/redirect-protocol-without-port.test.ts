import { redirectProtocolWithoutPort } from "../../../lab/lint/defects/redirect-protocol-without-port";
import { byDefault, inRule, overHttps, redirect } from "../support/actions";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

it.each([
  ["no port", { protocol: "HTTPS" }],
  ["the placeholder", { protocol: "HTTPS", port: "#{port}" }],
  ["the port of HTTP", { protocol: "HTTPS", port: "80" }],
  ["another path as well", { protocol: "HTTPS", path: "/shop/#{path}" }],
])("refuses a redirect to HTTPS with %s [R60, R1]", (_, parts) => {
  const [finding, ...others] = findIn(redirectProtocolWithoutPort, byDefault(redirect(parts)));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb_listener.http", severity: "error" });
  expect(finding?.message).toBe("redirect port must be that of an HTTPS listener, got 80, which speaks HTTP");
});

it("looks at rules, and at listeners whose port nobody knows", () => {
  const change = (resource: Shape) => {
    resource.aws_lb_listener.http.port = "${var.port}";
    inRule(redirect({ protocol: "HTTPS" }))(resource);
  };
  const [finding] = findIn(redirectProtocolWithoutPort, change);
  expect(finding?.address).toBe("aws_lb_listener_rule.api");
  expect(finding?.message).toContain("got that of this one");
});

it.each([
  ["with a port of its own", byDefault(redirect({ protocol: "HTTPS", port: "443" }))],
  ["to another host, where it may be right", byDefault(redirect({ protocol: "HTTPS", host: "example.com" }))],
  ["with a port that nobody knows", byDefault(redirect({ protocol: "HTTPS", port: "${var.port}" }))],
  ["with a protocol that nobody knows", byDefault(redirect({ protocol: "${var.protocol}" }))],
  ["from HTTPS", overHttps(byDefault(redirect({ protocol: "HTTPS", path: "/x" })))],
])("is silent about a redirect %s", (_, change) => {
  expect(findIn(redirectProtocolWithoutPort, change)).toEqual([]);
});
