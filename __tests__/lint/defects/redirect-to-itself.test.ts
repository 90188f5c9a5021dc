import { redirectToItself } from "../../../lab/lint/defects/redirect-to-itself";
import { byDefault, inRule, overHttps, redirect } from "../support/actions";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

it.each([
  ["nothing", {}],
  [
    "what stays, written out",
    { protocol: "#{protocol}", host: "#{host}", port: "#{port}", path: "/#{path}" },
  ],
  ["protocol and port of the listener", { protocol: "HTTP", port: "80" }],
  ["the port of the listener as a number", { port: 80 }],
  ["its protocol", { protocol: "HTTP" }],
])("refuses a redirect that sets %s [B10, R58]", (_, parts) => {
  const [finding, ...others] = findIn(redirectToItself, byDefault(redirect(parts)));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb_listener.http", severity: "error" });
  expect(finding?.message).toContain("got a loop that changes none of them");
});

it("refuses one that only changes the query [R58]", () => {
  const [finding] = findIn(redirectToItself, byDefault(redirect({ query: "from=old" })));
  expect(finding?.message).toContain("got a loop that changes only the query");
});

it("refuses it on HTTPS, and in a rule", () => {
  const change = overHttps(inRule(redirect({ protocol: "HTTPS", port: "443" })));
  expect(findIn(redirectToItself, change)).toMatchObject([{ address: "aws_lb_listener_rule.api" }]);
});

it("needs no listener where nothing is set", () => {
  const elsewhere = (parts: object) => (resource: Shape) => {
    resource.aws_lb_listener_rule.api.listener_arn = "${var.listener}";
    inRule(redirect(parts))(resource);
  };
  expect(findIn(redirectToItself, elsewhere({}))).toHaveLength(1);
  expect(findIn(redirectToItself, elsewhere({ protocol: "HTTP", port: "80" }))).toEqual([]);
});

it.each([
  ["the protocol", { protocol: "HTTPS", port: "443" }],
  ["the port", { port: "8080" }],
  ["the host", { host: "www.#{host}" }],
  ["the path", { path: "/shop/#{path}" }],
  ["the path to a fixed one", { path: "/" }],
])("is silent where it changes %s", (_, parts) => {
  expect(findIn(redirectToItself, byDefault(redirect(parts)))).toEqual([]);
});

it.each(["protocol", "host", "port", "path"])("does not judge a %s that nobody knows", (part) => {
  expect(findIn(redirectToItself, byDefault(redirect({ [part]: "${var.part}" })))).toEqual([]);
});

it("does not compare with a listener whose port nobody knows", () => {
  const change = (resource: Shape) => {
    resource.aws_lb_listener.http.port = "${var.port}";
    byDefault(redirect({ port: "80" }))(resource);
  };
  expect(findIn(redirectToItself, change)).toEqual([]);
});
